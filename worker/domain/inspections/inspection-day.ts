import { addMonths } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DayState } from './kinds.ts'

/** Months; what a device keeps longer than that it has lost. */
const LONGEST_WAY = 12

/**
 * The day an inspection counts for. A device that was a week without a line may have a wrong clock: what it
 * calls later than the day of arrival cannot be, and counts for that day; what it calls earlier is kept, and
 * told apart where it had never heard our time. No device waits a year for a line: it lost its clock, as one
 * with a flat battery begins in 1970, and the day of arrival counts here too.
 */
export function inspectionDay(given: {
  readonly saidOn: string
  readonly receivedAt: number
  readonly hasClock: boolean
}): { readonly inspectedOn: string; readonly dayState: DayState } {
  const { saidOn, receivedAt, hasClock } = given
  const receivedOn = vietnamDateOf(receivedAt)
  if (saidOn > receivedOn) return { inspectedOn: receivedOn, dayState: 'later' }
  if (saidOn < addMonths(receivedOn, -LONGEST_WAY))
    return { inspectedOn: receivedOn, dayState: 'unsure' }
  return { inspectedOn: saidOn, dayState: hasClock ? 'sure' : 'unsure' }
}
