/** First and last day off, both included. */
export type HolidaySpan = readonly [from: string, to: string]

/**
 * Days off of public bodies and the days worked in their place, by year: Labour Code 45/2019/QH14,
 * article 112, with the swaps announced each year.
 */
export type HolidayYear = {
  /** False where they are worked out by the law alone and may still be decided otherwise. */
  readonly announced: boolean
  /** Beyond Saturdays and Sundays. */
  readonly off: readonly HolidaySpan[]
  /** Saturdays that are worked for a day swapped off. */
  readonly worked: readonly string[]
}

/** What is known of days off: years that were entered here stand before those shipped. */
export type DaysOff = ReadonlyMap<string, HolidayYear>

/** Years that were decided when the software was given out. */
export const DECIDED_YEARS: DaysOff = new Map<string, HolidayYear>([
  [
    '2025',
    {
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
  ],
  [
    '2026',
    {
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
  ],
])
