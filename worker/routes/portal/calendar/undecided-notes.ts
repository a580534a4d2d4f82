import type { Note } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { CALENDAR_COPY as W } from '../../../copy/portal/calendar.ts'
import type { Language } from '../../../lib/text/local-text.ts'

/** Says of a term, or of what else leans on days off, by which years it may still change. */
export function undecidedNotes(
  years: readonly string[],
  lang: Language,
  said: 'notDecided' | 'planNotDecided' = 'notDecided',
): readonly Note[] {
  return years.map((year) => ({ kind: 'note', text: fill(W[said][lang], { year }) }))
}
