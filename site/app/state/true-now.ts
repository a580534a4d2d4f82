import type { OutboxClock } from '../../../worker/domain/outbox/outbox-item.ts'

/** As long as a measurement of the phone's clock is taken for true. */
const TRUSTED_MS = 30 * 24 * 3_600_000

/**
 * The time by the server's clock, as far as the phone knows it: a clock that is a year off would write
 * the wrong day. Where the clock was set since, it no longer lies shortly after the measurement, and is
 * believed.
 */
export function trueNow(now: number, clock: OutboxClock | null): number {
  if (clock === null) return now
  const age = now - clock.measuredAt
  return age >= 0 && age <= TRUSTED_MS ? now + clock.offsetMs : now
}
