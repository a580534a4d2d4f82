import { addDays, type CalendarDate } from '../../lib/time/calendar-date.ts'
import type { AskedDecision, Source } from './types.ts'

/** Kept with the event, for people: rules ask whether it ends a term. */
const TERM_ENDED = 'Hết thời hạn ghi trong danh sách.'

/** The end of a term as the decision it is: from the day after its last one the code is expired. */
export function termEnd(input: {
  readonly source: Source
  readonly validTo: CalendarDate
  readonly documentNo: string | null
}): AskedDecision {
  const { source, validTo, documentNo } = input
  return {
    kind: 'decision',
    source,
    status: 'expired',
    effectiveOn: addDays(validTo, 1),
    reason: TERM_ENDED,
    reasonCode: 'validity_ended',
    documentNo,
    wording: null,
    amendsId: null,
    endsTerm: true,
  }
}
