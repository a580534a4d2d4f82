import { BATCH_COPY as W } from '../../../copy/portal/batch.ts'
import { readBatches } from '../../../verbs/batches/list-batches.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { batchColumns } from './batch-table.ts'

const PATH = '/portal/batches'

/** `GET /portal/batches?q=&product=&organisation=&cursor=`; `q` is a lot number. */
export async function showBatchList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const q = (c.req.query('q') ?? '').trim().slice(0, 60)
  const productId = c.req.query('product') ?? null
  const organisationId = c.req.query('organisation') ?? null
  const mayWrite = mayAny(ctx.actor, 'batches.write')
  return showListPage(
    portal,
    await readBatches(ctx, {
      organisationId,
      productId,
      lot: q === '' ? null : q,
      ...pageAsked(portal),
    }),
    {
      adding: mayWrite ? { href: `${PATH}/new`, text: W.add } : null,
      words: mayWrite ? W : { ...W, empty: W.emptyReader },
      columns: batchColumns(lang),
      search: {
        action: PATH,
        label: W.search,
        form: freshForm({ q }),
        active: q !== '' || productId !== null,
      },
      at: { path: PATH, kept: ['q', 'product', 'organisation'] },
    },
  )
}
