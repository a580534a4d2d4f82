import { type ListedReport, listReports } from '../../../db/queries/reports.ts'
import type { ReportState } from '../../domain/reports/report-states.ts'
import type { Reading } from '../context.ts'
import { decodeCursor, pageOf, wholeKey } from '../documents/list-cursor.ts'
import type { Page, PageAsked } from '../documents/list-page.ts'
import { boundsOf } from '../guard/authorise.ts'

/** Reports in one state that the actor may see, newest first; those joined to one stand with it. */
export async function readReports(
  ctx: Reading,
  asked: PageAsked & { readonly state: ReportState },
): Promise<Page<ListedReport>> {
  const bounds = boundsOf(ctx, 'reports.read')
  const { state, cursor, limit } = asked
  const [createdAt = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const after = cursor === null ? null : { createdAt: wholeKey(createdAt), id }
  const rows = await listReports(ctx.db, { bounds, state, after, limit: limit + 1 })
  return pageOf(rows, { limit, keysOf: ({ report }) => [String(report.createdAt), report.id] })
}
