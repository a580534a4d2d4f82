import { listProducts } from '../../../db/queries/product-list.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Lookup } from '../context.ts'

/** The product of an organisation that is meant by a name, however its tones are typed; null for none or several. */
export async function findProductNamed(
  ctx: Lookup,
  asked: { readonly organisationId: string; readonly name: string },
): Promise<{ readonly id: string } | null> {
  const wanted = foldVietnamese(asked.name).trim()
  const rows = await listProducts(ctx.db, {
    ...{ bounds: null, organisationId: asked.organisationId, gtin: null, archived: null },
    words: wanted.split(/\s+/).filter((word) => word !== ''),
    ...{ after: null, limit: 2 },
  })
  const exact = rows.find(({ nameFolded }) => nameFolded === wanted)
  return exact ?? (rows.length === 1 ? (rows[0] ?? null) : null)
}
