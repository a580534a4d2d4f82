import { formatAt, formatOn } from '../../../copy/format.ts'
import { CASE_KIND_NAMES, CASE_STATE_NAMES } from '../../../copy/portal/case-names.ts'
import { CASES_COPY } from '../../../copy/portal/cases.ts'
import { INSPECTION_COPY as W } from '../../../copy/portal/inspection.ts'
import { LABEL_CHECKS_COPY } from '../../../copy/portal/label-checks.ts'
import { REPORT_QUEUE_NAMES, REPORTS_COPY } from '../../../copy/portal/reports.ts'
import { REPORT_REASON_NAMES } from '../../../copy/report.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { numberOf } from '../../../verbs/cases/open-case.ts'
import type { Inspected } from '../../../verbs/inspection/inspect-label.ts'
import { casePath } from '../cases/case-path.ts'
import { findingTable } from '../findings/finding-table.ts'
import { checkTable } from '../label-checks/check-table.ts'
import { reportPath } from '../reports/report-line.ts'
import type { Section, Sections } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'

type Filed = Inspected['filed']

/** What was put down before about a label or its batch. */
export function filedSections(
  { cases, findings, reports, checks }: Filed,
  lang: Language,
): Sections {
  return [
    tableSection('cases', cases, {
      title: W.cases,
      columns: [
        column(CASES_COPY.number, (row) => ({
          text: numberOf(row),
          href: casePath(row.id),
          code: true,
          small: formatOn(vietnamDateOf(row.openedAt), lang),
        })),
        column(CASES_COPY.name, (row) => row.title),
        column(CASES_COPY.kind, (row) => CASE_KIND_NAMES[row.kind]),
        column(CASES_COPY.state, (row) => CASE_STATE_NAMES[row.state]),
      ],
      empty: W.noCases,
    }),
    { id: 'findings', title: W.findings, table: findingTable(findings, lang) },
    reports.length > 0 && reportSection(reports, lang),
    checks.length > 0 && {
      id: 'checks',
      title: LABEL_CHECKS_COPY.title,
      table: checkTable(checks, { lang, empty: '', withRound: true }),
    },
  ]
}

function reportSection(reports: Filed['reports'], lang: Language): Section {
  return tableSection('reports', reports, {
    title: REPORTS_COPY.title,
    columns: [
      column(REPORTS_COPY.sentAt, ({ report }) => ({
        text: formatAt(report.createdAt, lang),
        href: reportPath(report.id),
      })),
      column(
        REPORTS_COPY.reason,
        ({ report, joined }) => `${REPORT_REASON_NAMES[report.reason][lang]} (${joined + 1})`,
      ),
      column(REPORTS_COPY.where, ({ report }) => ({
        text: report.shop ?? '',
        small: report.address,
      })),
      column(REPORTS_COPY.state, ({ report }) => REPORT_QUEUE_NAMES[report.state]),
    ],
  })
}
