import { listCategories } from '../../../db/queries/products.ts'
import type { Language } from '../../lib/text/local-text.ts'
import type { Lookup } from '../context.ts'

/** The categories products are filed under, as choices of a form. */
export async function categoryNames(
  ctx: Lookup,
  lang: Language,
): Promise<{ value: string; text: string }[]> {
  const rows = await listCategories(ctx.db)
  return rows.map(({ id, nameVi, nameEn, nameZh }) => ({
    value: id,
    text: { vi: nameVi, en: nameEn, zh: nameZh }[lang],
  }))
}
