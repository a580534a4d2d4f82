import { LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import { readRuns } from '../../../verbs/labels/list-runs.ts'
import { batchPath } from '../batches/batch-table.ts'
import type { Portal } from '../portal-route.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { runColumns } from './run-table.ts'

const PATH = '/portal/labels'

/** `GET /portal/labels?cursor=`: runs, newest first. */
export async function showRunList(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const list = await readRuns(ctx, pageAsked(portal))
  return showListPage(portal, list, {
    adding: list.rows.length === 0 ? { href: '/portal/batches', text: W.toBatches } : null,
    words: W,
    columns: [
      ...runColumns(lang),
      column(W.batch, ({ lot, ref }) => ({ text: lot, href: batchPath(ref), code: true })),
      column(W.product, ({ product }) => product),
    ],
    at: { path: PATH },
  })
}
