import type { Note } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { CALENDAR_COPY as W } from '../../../copy/portal/calendar.ts'
import type { Language } from '../../../lib/text/local-text.ts'

/** Says of a term by which years it may still change. */
export function undecidedNotes(years: readonly string[], lang: Language): readonly Note[] {
  return years.map((year) => ({ kind: 'note', text: fill(W.notDecided[lang], { year }) }))
}
