import type { listCaseEvents } from '../../../../db/queries/case-events.ts'
import type { DetailSection } from '../../../../site/models/records.ts'
import { formatAt } from '../../../copy/format.ts'
import { CASE_EVENT_NAMES } from '../../../copy/portal/case-names.ts'
import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import type { Language } from '../../../lib/text/local-text.ts'

type Row = Awaited<ReturnType<typeof listCaseEvents>>[number]

/** The way of a case or finding: when, who, what, in their words. */
export function eventSection(rows: readonly Row[], lang: Language): DetailSection {
  return {
    id: 'timeline',
    title: W.timeline[lang],
    table: {
      columns: [W.when, W.what, W.text].map((name) => ({ name: name[lang] })),
      rows: rows.map(({ at, kind, text, actorName }) => [
        { text: formatAt(at, lang) },
        { text: CASE_EVENT_NAMES[kind][lang], small: actorName ?? W.machine[lang] },
        { text: text ?? '' },
      ]),
      empty: '',
    },
  }
}
