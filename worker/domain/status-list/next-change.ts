import { dayAfter } from '../../lib/time/calendar-date.ts'
import { type OfflineFacts, offlineStatus } from './offline-status.ts'

/**
 * The first day after `today` on which the answer of a batch changes by itself, though nothing more
 * is recorded: it runs out, or a decision made for that day takes effect. Null where none does.
 */
export function nextChangeOn(facts: OfflineFacts, today: string): string | null {
  const now = JSON.stringify(offlineStatus(facts, today))
  const changes = (day: string) => JSON.stringify(offlineStatus(facts, day)) !== now
  return daysOfChange(facts).find((day) => day > today && changes(day)) ?? null
}

/** Every day on which something about the batch may take effect, in order. */
function daysOfChange({ standing }: OfflineFacts): string[] {
  const { expiresOn, producerSuspendedOn, exceptions, codes } = standing
  const days = [
    ...(expiresOn === null ? [] : [dayAfter(expiresOn)]),
    ...(producerSuspendedOn === null ? [] : [producerSuspendedOn]),
    ...exceptions.map(({ effectiveOn }) => effectiveOn),
    ...codes.flatMap(({ events }) => events.map(({ effectiveOn }) => effectiveOn)),
  ]
  return [...new Set(days)].sort()
}
