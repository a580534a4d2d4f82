import { isGuardRefusal } from '../../../../db/queries/guard-statement.ts'
import { hasImages, setImages } from '../../../../db/queries/product-pictures.ts'
import type { Statement } from '../../../../db/queries/run-batch.ts'
import type { ProductImage } from '../../../domain/products/product-images.ts'
import { type AuditEntry, change } from '../../change.ts'
import type { VerbContext } from '../../context.ts'
import { tooBusy } from '../../guard/refusals.ts'
import { loadProduct } from '../load-product.ts'

type Images = readonly ProductImage[]

const ATTEMPTS = 5

/**
 * Changes which pictures a product has, in what order, or what they say: worked out anew from what
 * stands now where somebody else was faster, so that of two at once neither loses anything. False where
 * nothing differs from what stands, as when a form is sent twice.
 */
export async function changeImages(
  ctx: VerbContext,
  input: {
    readonly productId: string
    /** Gives the same list back where there is nothing to do. */
    readonly to: (images: Images) => Images
    readonly statements?: readonly Statement[]
    /** False for what nobody decided: the log tells what people did. */
    readonly isTold?: boolean
  },
): Promise<boolean> {
  const { productId, to, statements = [], isTold = true } = input
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const row = await loadProduct(ctx, productId, 'batches.write')
    const images = to(row.images)
    if (images === row.images) return false
    try {
      await change(ctx, {
        may: 'batches.write',
        target: { organisationId: row.organisationId, place: null },
        guards: [{ holds: hasImages(row), refusal: () => null }],
        statements: [setImages(ctx.db, { id: productId, images }), ...statements],
        audit: isTold ? [auditOf(productId, { before: row.images, after: images })] : [],
        touches: { productIds: [productId] },
      })
      return true
    } catch (error) {
      if (!isGuardRefusal(error)) throw error
    }
  }
  throw tooBusy()
}

function auditOf(
  entityId: string,
  { before, after }: { before: Images; after: Images },
): AuditEntry {
  return {
    action: 'product.photos',
    entityId,
    before: { images: inWords(before) },
    after: { images: inWords(after) },
  }
}

function inWords(images: Images): string {
  return images.map(({ url, alt }) => `${alt} (${url})`).join('\n')
}
