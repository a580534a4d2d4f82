import type { DetailSection } from '../../../../site/models/records.ts'
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

type Filed = Inspected['filed']

/** What was put down before about a label or its batch. */
export function filedSections(
  { cases, findings, reports, checks }: Filed,
  lang: Language,
): DetailSection[] {
  return [
    {
      id: 'cases',
      title: W.cases[lang],
      table: {
        columns: [CASES_COPY.number, CASES_COPY.name, CASES_COPY.kind, CASES_COPY.state].map(
          (name) => ({ name: name[lang] }),
        ),
        rows: cases.map((row) => [
          {
            text: numberOf(row),
            href: casePath(row.id),
            code: true,
            small: formatOn(vietnamDateOf(row.openedAt), lang),
          },
          { text: row.title },
          { text: CASE_KIND_NAMES[row.kind][lang] },
          { text: CASE_STATE_NAMES[row.state][lang] },
        ]),
        empty: W.noCases[lang],
      },
    },
    { id: 'findings', title: W.findings[lang], table: findingTable(findings, lang) },
    ...(reports.length === 0 ? [] : [reportSection(reports, lang)]),
    ...(checks.length === 0
      ? []
      : [
          {
            id: 'checks',
            title: LABEL_CHECKS_COPY.title[lang],
            table: checkTable(checks, { lang, empty: '', withRound: true }),
          },
        ]),
  ]
}

function reportSection(reports: Filed['reports'], lang: Language): DetailSection {
  const { sentAt, reason, where, state } = REPORTS_COPY
  return {
    id: 'reports',
    title: REPORTS_COPY.title[lang],
    table: {
      columns: [sentAt, reason, where, state].map((name) => ({ name: name[lang] })),
      rows: reports.map(({ report, joined }) => [
        { text: formatAt(report.createdAt, lang), href: reportPath(report.id) },
        { text: `${REPORT_REASON_NAMES[report.reason][lang]} (${joined + 1})` },
        { text: report.shop ?? '', small: report.address },
        { text: REPORT_QUEUE_NAMES[report.state][lang] },
      ]),
      empty: '',
    },
  }
}
