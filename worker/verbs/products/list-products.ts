import { listProducts, type ProductListRow } from '../../../db/queries/product-list.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Reading } from '../context.ts'
import { listPage, NO_PAGE, type Page, type PageAsked } from '../documents/list-page.ts'
import { listBounds } from '../guard/list-bounds.ts'
import { readingPermission } from '../guard/reading-permission.ts'

/** Products the actor may work with, by name; of one organisation where it is given. */
export async function readProducts(
  ctx: Reading,
  asked: PageAsked & {
    readonly organisationId: string | null
    /** As GTIN-14; of any where left out. */
    readonly gtin?: string | null
    /** Words of the name, however their tones are typed. */
    readonly q?: string
    /** Those put away, those in use; both where left out. */
    readonly archived?: boolean
  },
): Promise<Page<ProductListRow>> {
  const { gtin = null, q = '', archived = null } = asked
  const bounds = listBounds(ctx, readingPermission(ctx), asked.organisationId)
  if (bounds === 'none') return NO_PAGE
  const words = foldVietnamese(q)
    .split(/\s+/)
    .filter((word) => word !== '')
  return listPage(asked, { nameFolded: 'text', id: 'text' }, (page) =>
    listProducts(ctx.db, { ...bounds, gtin, words, archived, ...page }),
  )
}
