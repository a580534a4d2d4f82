import type { ProductListRow } from '../../../../db/queries/product-list.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { netContentText } from '../../../copy/net-content-text.ts'
import { PRODUCTS_COPY as W } from '../../../copy/portal/products.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { readProducts } from '../../../verbs/products/list-products.ts'
import { freshForm } from '../form-view.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

const PATH = '/portal/products'
const PAGE_SIZE = 50

/** `GET /portal/products?q=&archived=1&cursor=`. */
export async function showProductList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const q = (c.req.query('q') ?? '').trim().slice(0, 200)
  const archived = c.req.query('archived') === '1'
  const cursor = c.req.query('cursor') ?? null
  const asked = { organisationId: c.req.query('organisation') ?? null, q, archived, cursor }
  const { rows, nextCursor } = await readProducts(ctx, { ...asked, limit: PAGE_SIZE })
  const mayWrite = mayAny(ctx.actor, 'batches.write')
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayWrite ? { href: `${PATH}/new`, text: W.add[lang] } : null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: (mayWrite ? W.empty : W.emptyReader)[lang],
    columns: [W.name, W.netContent, W.owner].map((name) => name[lang]),
    rows: rows.map((row) => cellsOf(row, lang)),
    done: null,
    search: {
      action: PATH,
      label: W.search[lang],
      hint: W.searchHint[lang],
      form: freshForm({ q }),
      active: q !== '',
      links: [
        archived
          ? { href: PATH, text: W.inUseOnly[lang] }
          : { href: `${PATH}?archived=1`, text: W.archivedOnly[lang] },
      ],
    },
    paging: pagingOf(c, { path: PATH, kept: ['q', 'archived', 'organisation'], nextCursor }),
  })
}

function cellsOf(row: ProductListRow, lang: Language): TableCell[] {
  const { id, name, brand, organisation } = row
  return [
    { text: name, href: `${PATH}/${encodeURIComponent(id)}`, small: brand },
    { text: netContentText(row, lang) ?? '' },
    { text: organisation },
  ]
}
