import { listProducts, type ProductListRow } from '../../../db/queries/product-list.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Reading } from '../context.ts'
import { decodeCursor, pageOf } from '../documents/list-cursor.ts'
import { listBounds } from '../guard/list-bounds.ts'
import { readingPermission } from '../guard/reading-permission.ts'

export type ProductList = {
  readonly rows: readonly ProductListRow[]
  readonly nextCursor: string | null
}

/** Products the actor may work with, by name; of one organisation where it is given. */
export async function readProducts(
  ctx: Reading,
  asked: {
    readonly organisationId: string | null
    /** As GTIN-14; of any where left out. */
    readonly gtin?: string | null
    /** Words of the name, however their tones are typed. */
    readonly q?: string
    /** Those put away, those in use; both where left out. */
    readonly archived?: boolean
    readonly cursor: string | null
    readonly limit: number
  },
): Promise<ProductList> {
  const { cursor, limit, gtin = null, q = '', archived = null } = asked
  const bounds = listBounds(ctx, readingPermission(ctx), asked.organisationId)
  if (bounds === 'none') return { rows: [], nextCursor: null }
  const [nameFolded = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const after = cursor === null ? null : { nameFolded, id }
  const words = foldVietnamese(q)
    .split(/\s+/)
    .filter((word) => word !== '')
  const rows = await listProducts(ctx.db, {
    ...{ ...bounds, gtin, words, archived, after },
    limit: limit + 1,
  })
  return pageOf(rows, { limit, keysOf: ({ nameFolded, id }) => [nameFolded, id] })
}
