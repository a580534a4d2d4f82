import { statusOn } from '../standing/status-on.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import { decide } from './decide.ts'
import { refusalOf } from './tell.ts'
import { toStatusEvent } from './to-status-event.ts'
import type { History, Ruling } from './types.ts'

const OPEN: ReadonlySet<string> = new Set(['active', 'pending_foreign_approval'])

/** What a re-issue does to the code before it, market by market. */
export type PredecessorEnd = {
  readonly market: string
  readonly history: History
  readonly ruling: Ruling
}

/**
 * The ends of a code that is re-issued, in each market where it still counts when the new one begins:
 * on the day given for the market, else on that first day, so that it is never left open. Where it is
 * suspended or ended already it stays as it is.
 */
export function predecessorEnds(input: {
  readonly histories: readonly History[]
  /** The first day of the new code in a market. */
  readonly startOf: (market: string) => CalendarDate
  readonly endsOn: ReadonlyMap<string, CalendarDate>
  readonly reason: string
  readonly documentNo: string
  readonly today: string
}): PredecessorEnd[] {
  const { histories, startOf, endsOn } = input
  return histories.flatMap((history) => {
    const { market } = history
    const start = startOf(market)
    const end = endsOn.get(market) ?? start
    const ruling = isOpenOn(history, start)
      ? endOf(history, { ...input, start, end })
      : nothingToEnd(history, endsOn.has(market))
    return ruling === null ? [] : [{ market, history, ruling }]
  })
}

function endOf(
  history: History,
  input: {
    readonly start: CalendarDate
    readonly end: CalendarDate
    readonly reason: string
    readonly documentNo: string
    readonly today: string
  },
): Ruling | null {
  const { start, end: effectiveOn, reason, documentNo, today } = input
  const { code, market } = history
  if (effectiveOn < start) {
    const about = { code, market, on: effectiveOn, since: start }
    return { kind: 'refuse', refusal: refusalOf('ends_before_successor', about) }
  }
  // Its term, or another decision, ends it before that day.
  if (!isOpenOn(history, effectiveOn)) return null
  return decide(
    history,
    {
      ...{ kind: 'decision', source: 'reissue', status: 'expired', effectiveOn },
      ...{ reason, documentNo, reasonCode: 'reissued' },
      ...{ wording: null, amendsId: null, endsTerm: false },
    },
    today,
  )
}

function nothingToEnd({ code, market }: History, isAsked: boolean): Ruling | null {
  if (!isAsked) return null
  return { kind: 'refuse', refusal: refusalOf('nothing_to_end', { code, market }) }
}

function isOpenOn({ events, market }: History, day: string): boolean {
  return OPEN.has(statusOn(events.map(toStatusEvent), market, day))
}
