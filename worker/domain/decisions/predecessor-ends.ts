import { type CalendarDate, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { statusOn } from '../standing/status-on.ts'
import { decide, farAhead } from './decide.ts'
import { countedDecisions } from './history.ts'
import { refusalOf } from './tell.ts'
import { toStatusEvent } from './to-status-event.ts'
import type { AskedDecision, History, RefusalCode, Said, Told } from './types.ts'

const OPEN: ReadonlySet<string> = new Set(['active', 'pending_foreign_approval'])

/** What a re-issue does to the code before it in a market. */
export type PredecessorEnd = { readonly history: History } & (
  | { readonly refusal: Told<RefusalCode> }
  | { readonly ends: readonly Said[] }
)

type Given = {
  /** The first day of the new code in a market. */
  readonly startOf: (market: string) => CalendarDate
  /** The day given for a market, from which the old code counts no more. */
  readonly endsOn: ReadonlyMap<string, CalendarDate>
  readonly reason: string
  readonly documentNo: string
  readonly today: string
}

/**
 * The ends of a code that is re-issued, market by market: on the day given, else on the new one's
 * first day, and wherever it was to begin again after that, so that it is never left open. Where it
 * is suspended or ended it stays as it is.
 */
export function predecessorEnds(histories: readonly History[], given: Given): PredecessorEnd[] {
  return histories.map((history) => {
    const start = given.startOf(history.market)
    const end = given.endsOn.get(history.market)
    const refusal = end === undefined ? null : wrongEnd(history, { start, end, today: given.today })
    if (refusal !== null) return { history, refusal }
    const ends = openingsFrom(history, end ?? start).flatMap((on) => {
      const ruling = decide(history, endOn(on, given), given.today)
      return 'said' in ruling ? [ruling.said] : []
    })
    return { history, ends }
  })
}

function wrongEnd(
  history: History,
  input: { readonly start: CalendarDate; readonly end: CalendarDate; readonly today: string },
): Told<RefusalCode> | null {
  const { start, end, today } = input
  const { code, market } = history
  if (end < start) {
    return refusalOf('ends_before_successor', { code, market, on: end, since: start })
  }
  if (openingsFrom(history, start).length === 0) {
    return refusalOf('nothing_to_end', { code, market })
  }
  return farAhead(end, today)
}

/** That day, where the code counts on it, and the later ones on which a decision lets it count again. */
function openingsFrom({ events, market }: History, day: CalendarDate): CalendarDate[] {
  const isOpen = OPEN.has(statusOn(events.map(toStatusEvent), market, day))
  const later = countedDecisions(events)
    .filter(({ status, effectiveOn }) => OPEN.has(status) && effectiveOn > day)
    .flatMap(({ effectiveOn }) => toCalendarDate(effectiveOn) ?? [])
  return [...new Set([...(isOpen ? [day] : []), ...later])]
}

function endOn(effectiveOn: CalendarDate, { reason, documentNo }: Given): AskedDecision {
  return {
    kind: 'decision',
    source: 'reissue',
    status: 'expired',
    effectiveOn,
    reason,
    documentNo,
    reasonCode: 'reissued',
    wording: null,
    amendsId: null,
    endsTerm: false,
  }
}
