import type { DetailSection } from '../../../../site/models/records.ts'
import { formatOn } from '../../../copy/format.ts'
import { CASE_KIND_NAMES, CASE_STATE_NAMES } from '../../../copy/portal/case-names.ts'
import { CASES_COPY } from '../../../copy/portal/cases.ts'
import { INSPECTION_COPY as W } from '../../../copy/portal/inspection.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { numberOf } from '../../../verbs/cases/open-case.ts'
import type { Inspected } from '../../../verbs/inspection/inspect-label.ts'
import { casePath } from '../cases/case-path.ts'
import { findingTable } from '../findings/finding-table.ts'

/** What was put down before about a label or its batch: cases and findings. */
export function filedSections(
  { cases, findings }: Inspected['filed'],
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
  ]
}
