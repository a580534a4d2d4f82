import { isLater } from '../standing/status-on.ts'
import type { CodeStatus } from '../standing/types.ts'
import type { RecordedDecision } from './types.ts'

const FINAL = ['revoked', 'cancelled'] as const satisfies readonly CodeStatus[]

/** Revoked and cancelled are final: another code takes the place, or a mistake is corrected. */
export function isFinal(status: string): boolean {
  return (FINAL as readonly string[]).includes(status)
}

/** True where a decision may come after another one in the order in which they count. */
export function mayFollow(before: string, after: string): boolean {
  return !isFinal(before) || isFinal(after)
}

/** Ends that bring nothing back: a final status that stood before them stands behind them. */
const PASSED_OVER: ReadonlySet<string> = new Set(['expired', 'none'] satisfies CodeStatus[])

/** The final decision that still holds on a day, also behind the end of a term; null for none. */
export function finalOn<E extends RecordedDecision>(counted: readonly E[], day: string): E | null {
  let last: E | null = null
  for (const event of counted) {
    if (event.effectiveOn > day || PASSED_OVER.has(event.status)) continue
    if (last === null || isLater(event, last)) last = event
  }
  return last !== null && isFinal(last.status) ? last : null
}

/** The first decision after a day that would bring a code back from a final status; null for none. */
export function returnAfter<E extends RecordedDecision>(
  counted: readonly E[],
  day: string,
): E | null {
  const later = counted.filter(
    ({ effectiveOn, status }) => effectiveOn > day && !PASSED_OVER.has(status) && !isFinal(status),
  )
  return later.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))[0] ?? null
}
