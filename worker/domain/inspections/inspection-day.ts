import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DayState } from './kinds.ts'

/**
 * The day an inspection counts for. A device that was a week without a line may have a wrong clock: what it
 * calls later than the day of arrival cannot be, and counts for that day; what it calls earlier is kept, and
 * told apart where it had never heard our time.
 */
export function inspectionDay(given: {
  readonly saidOn: string
  readonly receivedAt: number
  readonly hasClock: boolean
}): { readonly inspectedOn: string; readonly dayState: DayState } {
  const { saidOn, receivedAt, hasClock } = given
  const receivedOn = vietnamDateOf(receivedAt)
  if (saidOn > receivedOn) return { inspectedOn: receivedOn, dayState: 'later' }
  return { inspectedOn: saidOn, dayState: hasClock ? 'sure' : 'unsure' }
}
