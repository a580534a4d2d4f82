import { BATCH_COPY as W } from '../../../copy/portal/batch.ts'
import { readBatches } from '../../../verbs/batches/list-batches.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { freshForm } from '../form-view.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { batchTable } from './batch-table.ts'

const PATH = '/portal/batches'
const PAGE_SIZE = 50

/** `GET /portal/batches?q=&product=&organisation=&cursor=`; `q` is a lot number. */
export async function showBatchList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const q = (c.req.query('q') ?? '').trim().slice(0, 60)
  const cursor = c.req.query('cursor') ?? null
  const productId = c.req.query('product') ?? null
  const organisationId = c.req.query('organisation') ?? null
  const { rows, nextCursor } = await readBatches(ctx, {
    ...{ organisationId, productId, cursor },
    lot: q === '' ? null : q,
    limit: PAGE_SIZE,
  })
  const mayWrite = mayAny(ctx.actor, 'batches.write')
  const table = batchTable(rows, lang)
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayWrite ? { href: `${PATH}/new`, text: W.add[lang] } : null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: (mayWrite ? W.empty : W.emptyReader)[lang],
    columns: table.columns.map(({ name }) => name),
    rows: table.rows,
    done: null,
    search: {
      action: PATH,
      label: W.search[lang],
      form: freshForm({ q }),
      active: q !== '' || productId !== null,
    },
    paging: pagingOf(c, { path: PATH, kept: ['q', 'product', 'organisation'], nextCursor }),
  })
}
