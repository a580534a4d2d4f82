import type { listCaseEvents } from '../../../../db/queries/case-events.ts'
import { formatAt } from '../../../copy/format.ts'
import { CASE_EVENT_NAMES } from '../../../copy/portal/case-names.ts'
import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { Section } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'

type Row = Awaited<ReturnType<typeof listCaseEvents>>[number]

/** The way of a case or finding: when, who, what, in their words. */
export function eventSection(rows: readonly Row[], lang: Language): Section {
  return tableSection('timeline', rows, {
    title: W.timeline,
    columns: [
      column(W.when, ({ at }) => formatAt(at, lang)),
      column(W.what, ({ kind, actorName }) => ({
        text: CASE_EVENT_NAMES[kind],
        small: actorName ?? W.machine,
      })),
      column(W.text, ({ text }) => text ?? ''),
    ],
  })
}
