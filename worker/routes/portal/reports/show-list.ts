import { formatAt } from '../../../copy/format.ts'
import { REPORT_QUEUE_NAMES, REPORTS_COPY as W } from '../../../copy/portal/reports.ts'
import { REPORT_REASON_NAMES } from '../../../copy/report.ts'
import { REPORT_STATES } from '../../../domain/reports/report-states.ts'
import { readReports } from '../../../verbs/reports/list-reports.ts'
import type { Portal } from '../portal-route.ts'
import { chipsOf, pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { REPORTS_PATH as PATH, reportAbout, reportPath } from './report-line.ts'

/** `GET /portal/reports?state=&cursor=`. */
export async function showReportList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const state = REPORT_STATES.find((each) => each === c.req.query('state')) ?? 'new'
  return showListPage(portal, await readReports(ctx, { state, ...pageAsked(portal) }), {
    words: W,
    columns: [
      column(W.sentAt, ({ report: { id, createdAt } }) => ({
        text: formatAt(createdAt, lang),
        href: reportPath(id),
      })),
      column(W.reason, ({ report }) => REPORT_REASON_NAMES[report.reason]),
      column(W.about, (listed) => ({
        text: reportAbout(listed, lang),
        small: listed.organisation,
      })),
      column(W.where, ({ report }) => ({ text: report.shop ?? '', small: report.address })),
      column(W.count, ({ joined }) => String(joined + 1)),
    ],
    done: { passed: W.donePassed },
    filters: chipsOf(REPORT_STATES, {
      path: PATH,
      bare: 'new',
      names: REPORT_QUEUE_NAMES,
      now: state,
    }),
    at: { path: PATH, kept: ['state'] },
  })
}
