import { netContentText } from '../../../copy/net-content-text.ts'
import { PRODUCTS_COPY as W } from '../../../copy/portal/products.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { readProducts } from '../../../verbs/products/list-products.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'

const PATH = '/portal/products'

/** `GET /portal/products?q=&archived=1&cursor=`. */
export async function showProductList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const q = (c.req.query('q') ?? '').trim().slice(0, 200)
  const archived = c.req.query('archived') === '1'
  const organisationId = c.req.query('organisation') ?? null
  const mayWrite = mayAny(ctx.actor, 'batches.write')
  return showListPage(
    portal,
    await readProducts(ctx, { organisationId, q, archived, ...pageAsked(portal) }),
    {
      adding: mayWrite ? { href: `${PATH}/new`, text: W.add } : null,
      words: mayWrite ? W : { ...W, empty: W.emptyReader },
      columns: [
        column(W.name, ({ name, id, brand }) => ({
          text: name,
          href: `${PATH}/${encodeURIComponent(id)}`,
          small: brand,
        })),
        column(W.netContent, (row) => netContentText(row, lang)),
        column(W.owner, ({ organisation }) => organisation),
      ],
      search: {
        action: PATH,
        label: W.search,
        hint: W.searchHint,
        form: freshForm({ q }),
        active: q !== '',
        links: [
          archived
            ? { href: PATH, text: W.inUseOnly }
            : { href: `${PATH}?archived=1`, text: W.archivedOnly },
        ],
      },
      at: { path: PATH, kept: ['q', 'archived', 'organisation'] },
    },
  )
}
