import { formatAt } from '../../../copy/format.ts'
import { REPORT_QUEUE_NAMES, REPORTS_COPY as W } from '../../../copy/portal/reports.ts'
import { REPORT_REASON_NAMES } from '../../../copy/report.ts'
import { REPORT_STATES, type ReportState } from '../../../domain/reports/report-states.ts'
import { readReports } from '../../../verbs/reports/list-reports.ts'
import { doneOf } from '../done-of.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { REPORTS_PATH, reportAbout, reportPath } from './report-line.ts'

const PAGE_SIZE = 50

/** `GET /portal/reports?state=&cursor=`. */
export async function showReportList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const state = REPORT_STATES.find((each) => each === c.req.query('state')) ?? 'new'
  const cursor = c.req.query('cursor') ?? null
  const { rows, nextCursor } = await readReports(ctx, { state, cursor, limit: PAGE_SIZE })
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    columns: [W.sentAt, W.reason, W.about, W.where, W.count].map((name) => name[lang]),
    rows: rows.map((listed) => {
      const { report, organisation, joined } = listed
      return [
        { text: formatAt(report.createdAt, lang), href: reportPath(report.id) },
        { text: REPORT_REASON_NAMES[report.reason][lang] },
        { text: reportAbout(listed, lang), small: organisation },
        { text: report.shop ?? '', small: report.address },
        { text: String(joined + 1) },
      ]
    }),
    done: doneOf(portal, { passed: W.donePassed }),
    filters: REPORT_STATES.map((each) => ({
      href: hrefOf(each),
      text: REPORT_QUEUE_NAMES[each][lang],
      current: each === state,
    })),
    paging: pagingOf(c, { path: REPORTS_PATH, kept: ['state'], nextCursor }),
  })
}

function hrefOf(state: ReportState): string {
  return state === 'new' ? REPORTS_PATH : `${REPORTS_PATH}?state=${state}`
}
