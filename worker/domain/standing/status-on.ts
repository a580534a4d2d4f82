import { marketsCountingFor } from '../../lib/markets.ts'
import type { CodeStatus, DecidingEvent, Market, StatusEvent } from './types.ts'

/**
 * The event that decides a code's status in one market on a day: of the unamended events effective
 * on or before it, the one with the greatest (effectiveOn, recordedAt, id). A change effective on a
 * day covers all of it; one recorded later but effective earlier counts. Null before the first event.
 */
export function decidingEvent<E extends DecidingEvent>(
  events: readonly E[],
  market: Market,
  day: string,
): E | null {
  let best: E | null = null
  for (const event of events) {
    if (event.market !== market || event.effectiveOn > day || isAmended(events, event)) continue
    if (best === null || isLater(event, best)) best = event
  }
  return best
}

/** From the best status to the worst, for a destination where two histories count. */
const WORSENESS: readonly CodeStatus[] = [
  'active',
  'none',
  'pending_foreign_approval',
  'expired',
  'suspended',
  'cancelled',
  'revoked',
]

/** What decides on a day for goods bound for a destination, one event a history that counts there. */
export function decidingEvents(
  events: readonly StatusEvent[],
  destination: Market,
  day: string,
): StatusEvent[] {
  return marketsCountingFor(destination).flatMap(
    (market) => decidingEvent(events, market, day) ?? [],
  )
}

/**
 * As `decidingEvent`, for goods bound for a destination. For a member state of the European Union
 * its own history and the union's both count: of what each says on the day the worse decides, and
 * of two that say the same the earlier.
 */
export function decidingEventFor(
  events: readonly StatusEvent[],
  destination: Market,
  day: string,
): StatusEvent | null {
  let worst: StatusEvent | null = null
  for (const event of decidingEvents(events, destination, day)) {
    if (worst === null || isWorse(event, worst)) worst = event
  }
  return worst
}

/** True where anything was ever decided about a code for goods bound for a destination. */
export function isDecidedFor(events: readonly StatusEvent[], destination: Market): boolean {
  const counting = marketsCountingFor(destination)
  return events.some(({ market }) => counting.includes(market))
}

/** The status of a code in one market on a day; `none` where nothing was ever decided. */
export function statusOn(
  events: readonly DecidingEvent[],
  market: Market,
  day: string,
): CodeStatus {
  return decidingEvent(events, market, day)?.status ?? 'none'
}

/** The status of a code on a day for goods bound for a destination. */
export function statusFor(
  events: readonly StatusEvent[],
  destination: Market,
  day: string,
): CodeStatus {
  return decidingEventFor(events, destination, day)?.status ?? 'none'
}

/** The markets a code has any decision for, in alphabetical order. */
export function marketsOf(events: readonly Pick<StatusEvent, 'market'>[]): string[] {
  return [...new Set(events.map((event) => event.market))].sort()
}

function isAmended(events: readonly DecidingEvent[], event: DecidingEvent): boolean {
  return events.some((other) => other.amends === event.id)
}

type Placed = Pick<StatusEvent, 'effectiveOn' | 'recordedAt' | 'id'>

/** The order in which decisions count: by the day they take effect, then as they were recorded. */
export function isLater(a: Placed, b: Placed): boolean {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn > b.effectiveOn
  if (a.recordedAt !== b.recordedAt) return a.recordedAt > b.recordedAt
  return a.id > b.id
}

function isWorse(a: StatusEvent, b: StatusEvent): boolean {
  const [ofA, ofB] = [WORSENESS.indexOf(a.status), WORSENESS.indexOf(b.status)]
  return ofA === ofB ? isLater(b, a) : ofA > ofB
}
