import { calendarDateOf } from '../../lib/time/calendar-date.ts'
import type { SeasonWindow } from './types.ts'

const YEAR_ID = 'year'

/**
 * The seasons of a year: those that begin in it. Crops that no season is written down for have the year
 * as their season.
 */
export function windowsOfYear(
  windows: readonly SeasonWindow[],
  year: number,
): readonly SeasonWindow[] {
  const own = windows.filter(({ fromOn }) => Number(fromOn.slice(0, 4)) === year)
  if (own.some(({ crop }) => crop === null)) return own
  const [fromOn, toOn] = [calendarDateOf(year, 1, 1), calendarDateOf(year, 12, 31)]
  if (fromOn === null || toOn === null) throw new RangeError(`no year ${year}`)
  return [...own, { id: YEAR_ID, name: null, crop: null, fromOn, toOn }]
}
