/**
 * Days off of public bodies and the days worked in their place, by year: Labour Code 45/2019/QH14,
 * article 112, with the swaps announced each year. A year is entered when it is announced; one that is
 * not here has the days the law fixes by the solar calendar, and nothing of Tết.
 */
export type HolidayYear = {
  /** False where days of the lunar calendar are not yet announced. */
  readonly announced: boolean
  /** Beyond Saturdays and Sundays; both ends included. */
  readonly off: readonly (readonly [from: string, to: string])[]
  /** Saturdays that are worked for a day swapped off. */
  readonly worked: readonly string[]
}

const YEARS: Readonly<Record<string, HolidayYear>> = {
  2025: {
    announced: true,
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-27', '2025-01-31'],
      ['2025-04-07', '2025-04-07'],
      ['2025-04-30', '2025-05-02'],
      ['2025-09-01', '2025-09-02'],
    ],
    worked: ['2025-04-26'],
  },
  2026: {
    announced: true,
    off: [
      ['2026-01-01', '2026-01-02'],
      ['2026-02-16', '2026-02-20'],
      ['2026-04-27', '2026-04-27'],
      ['2026-04-30', '2026-05-01'],
      ['2026-08-31', '2026-09-02'],
    ],
    worked: ['2026-01-10', '2026-08-22'],
  },
}

/** The days off of a year. */
export function holidaysOf(year: string): HolidayYear {
  return Object.hasOwn(YEARS, year) ? (YEARS[year] ?? byLaw(year)) : byLaw(year)
}

function byLaw(year: string): HolidayYear {
  const off = (day: string) => [`${year}-${day}`, `${year}-${day}`] as const
  return { announced: false, off: ['01-01', '04-30', '05-01', '09-02'].map(off), worked: [] }
}
