import { LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import { readRuns } from '../../../verbs/labels/list-runs.ts'
import { batchPath } from '../batches/batch-table.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { runCells } from './run-table.ts'

const PATH = '/portal/labels'
const PAGE_SIZE = 50

/** `GET /portal/labels?cursor=`: runs, newest first. */
export async function showRunList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const cursor = c.req.query('cursor') ?? null
  const { rows, nextCursor } = await readRuns(ctx, { cursor, limit: PAGE_SIZE })
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: rows.length === 0 ? { href: '/portal/batches', text: W.toBatches[lang] } : null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    columns: [W.printedAt, W.serials, W.profile, W.batch, W.product].map((name) => name[lang]),
    rows: rows.map((row) => [
      ...runCells(row, lang),
      { text: row.lot, href: batchPath(row.ref), code: true },
      { text: row.product },
    ]),
    done: null,
    paging: pagingOf(c, { path: PATH, nextCursor }),
  })
}
