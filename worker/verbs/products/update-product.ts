import { PRODUCT } from '../../resources/product.ts'
import { versionOf } from '../../resources/resource.ts'
import type { VerbContext } from '../context.ts'
import { openRecord } from '../records/open-record.ts'
import { editRecord, type Texts } from '../records/save-record.ts'
import { PRODUCT_RULES } from './product-rules.ts'

/** Changes what is given of a product and keeps the rest, its pictures too; true where anything differed. */
export async function updateProduct(
  ctx: VerbContext,
  given: { readonly id: string; readonly texts: Texts },
): Promise<boolean> {
  const { id, texts } = given
  const row = await openRecord(ctx, PRODUCT, { id, to: 'write' })
  const { images } = row
  return editRecord(ctx, PRODUCT, {
    id,
    texts: { ...(Array.isArray(images) ? { images } : {}), ...texts },
    expected: versionOf(PRODUCT, row),
    rules: PRODUCT_RULES,
  })
}
