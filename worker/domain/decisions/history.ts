import type { RecordedDecision } from './types.ts'

/** By the reason's code: an event that only takes back what an import had recorded. */
export const IMPORT_UNDONE = 'import_undone'

/** The decisions that count: corrected by none, and more than the taking back of another. */
export function countedDecisions<E extends RecordedDecision>(events: readonly E[]): readonly E[] {
  const amended = new Set(events.map(({ amendsId }) => amendsId))
  return events.filter(
    ({ id, status, amendsId }) => !amended.has(id) && (status !== 'none' || amendsId === null),
  )
}

/** The decision that corrected another; undefined while none did. */
export function amendmentOf<E extends RecordedDecision>(
  events: readonly E[],
  id: string,
): E | undefined {
  return events.find(({ amendsId }) => amendsId === id)
}

/**
 * What was ever decided, without what an import had recorded and its undoing took back, and what that
 * had corrected within the same import; an earlier decision that was said again stands.
 */
export function withoutUndone<E extends RecordedDecision>(events: readonly E[]): readonly E[] {
  const takers = events.filter(({ reasonCode }) => reasonCode === IMPORT_UNDONE)
  if (takers.length === 0) return events
  const byId = new Map(events.map((event) => [event.id, event]))
  const taken = new Set<string>()
  for (const taker of takers) {
    let event = byId.get(taker.amendsId ?? '')
    while (event !== undefined && !isSaidAgain(event, taker)) {
      taken.add(event.id)
      event = byId.get(event.amendsId ?? '')
    }
  }
  return events.filter(({ id, status }) => !taken.has(id) && status !== 'none')
}

function isSaidAgain(event: RecordedDecision, taker: RecordedDecision): boolean {
  return event.status === taker.status && event.effectiveOn === taker.effectiveOn
}

/**
 * The instant of the next decision: ties of a day go to the one recorded later, so no two of a code
 * and market share one.
 */
export function nextInstant(events: readonly RecordedDecision[], now: number): number {
  return events.reduce((latest, { recordedAt }) => Math.max(latest, recordedAt + 1), now)
}
