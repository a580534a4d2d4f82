import type { CodeStatus, StatusEvent } from './types.ts'

/**
 * The event that decides a code's status in one market on a day: of the unamended events effective
 * on or before it, the one with the greatest (effectiveOn, recordedAt, id). A change effective on a
 * day covers all of it; one recorded later but effective earlier counts. Null before the first event.
 */
export function decidingEvent(
  events: readonly StatusEvent[],
  market: string,
  day: string,
): StatusEvent | null {
  let best: StatusEvent | null = null
  for (const event of events) {
    if (event.market !== market || event.effectiveOn > day || isAmended(events, event)) continue
    if (best === null || isLater(event, best)) best = event
  }
  return best
}

/** The status of a code in one market on a day; `none` where nothing was ever decided. */
export function statusOn(events: readonly StatusEvent[], market: string, day: string): CodeStatus {
  return decidingEvent(events, market, day)?.status ?? 'none'
}

/** The markets a code has any decision for, in alphabetical order. */
export function marketsOf(events: readonly StatusEvent[]): string[] {
  return [...new Set(events.map((event) => event.market))].sort()
}

function isAmended(events: readonly StatusEvent[], event: StatusEvent): boolean {
  return events.some((other) => other.amends === event.id)
}

function isLater(a: StatusEvent, b: StatusEvent): boolean {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn > b.effectiveOn
  if (a.recordedAt !== b.recordedAt) return a.recordedAt > b.recordedAt
  return a.id > b.id
}
