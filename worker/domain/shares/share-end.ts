import { addDays, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'

/** How long a link is good where nobody says. */
export const USUAL_SHARE_DAYS = 30
/** No link is good for longer. */
export const LONGEST_SHARE_DAYS = 365

/** The days a link may end on, counted from now. */
export function shareDays(now: number): { first: string; usual: string; last: string } {
  const today = vietnamDateOf(now)
  return {
    first: today,
    usual: addDays(today, USUAL_SHARE_DAYS),
    last: addDays(today, LONGEST_SHARE_DAYS),
  }
}

/** The instant at which a day is over in Vietnam; null for a day on which no link may end. */
export function shareEnd(lastDay: string, now: number): number | null {
  const day = toCalendarDate(lastDay)
  const { first, last } = shareDays(now)
  if (day === null || day < first || day > last) return null
  return Date.parse(`${addDays(day, 1)}T00:00:00+07:00`)
}

/** What a link opens at an instant. */
export function shareStanding(
  share: { readonly expiresAt: number; readonly withdrawnAt: number | null },
  now: number,
): 'open' | 'expired' | 'withdrawn' {
  if (share.withdrawnAt !== null) return 'withdrawn'
  return share.expiresAt <= now ? 'expired' : 'open'
}
