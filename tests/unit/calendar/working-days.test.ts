import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LUNAR_DAYS } from '../../../worker/domain/calendar/lunar-days.ts'
import { provisionalYear } from '../../../worker/domain/calendar/provisional-year.ts'
import type { DaysOff } from '../../../worker/domain/calendar/public-holidays.ts'
import { undecidedYearsOf } from '../../../worker/domain/calendar/undecided-years-of.ts'
import {
  addWorkingDays,
  holidaysOf,
  isWorkingDay,
  undecidedYears,
} from '../../../worker/domain/calendar/working-days.ts'
import { addDays, toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'
import { workingDaysBetween } from '../../support/working-days-between.ts'

const day = (text: string) => {
  const date = toCalendarDate(text)
  if (date === null) throw new Error(text)
  return date
}

/** Nobody entered days off. */
const NONE: DaysOff = new Map()

describe('working days', () => {
  it.each([
    ['2026-06-15', true],
    ['2026-06-13', false],
    ['2026-06-14', false],
    ['2026-02-16', false],
    ['2026-02-20', false],
    ['2026-02-23', true],
    // Swapped: worked on Saturday the 22nd for Monday the 31st.
    ['2026-08-22', true],
    ['2026-08-31', false],
    ['2026-01-10', true],
    ['2026-01-02', false],
  ])('%s: %s', (text, works) => {
    expect(isWorkingDay(day(text), NONE)).toBe(works)
  })

  it.each([
    // Over a weekend.
    ['2026-06-12', 1, '2026-06-15'],
    // Over Tết.
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-08-21', 1, '2026-08-22'],
    ['2026-06-15', 0, '2026-06-15'],
    // Over New Year and Tết of 2027, by the law: 4 to 10 February.
    ['2026-12-31', 1, '2027-01-04'],
    ['2027-02-03', 2, '2027-02-12'],
    ['2027-04-29', 1, '2027-05-04'],
  ])('%s and %i more end on %s', (from, days, to) => {
    expect(addWorkingDays(day(from), days, NONE)).toBe(to)
  })

  it('count back what was added, whatever lies between', () => {
    const start = integer({ min: 0, max: 1_100 }).map((n) => addDays(day('2025-01-01'), n))
    assert(
      property(start, integer({ min: 0, max: 60 }), (from, days) => {
        const to = addWorkingDays(from, days, NONE)
        expect(workingDaysBetween(from, to, NONE)).toBe(days)
        expect(days === 0 || isWorkingDay(to, NONE)).toBe(true)
      }),
    )
  })
})

describe('days off that nobody has decided yet', () => {
  it('of 2027 are those of the law, with what falls on a weekly rest made good', () => {
    expect(holidaysOf('2027', NONE)).toEqual({
      announced: false,
      off: [
        ['2027-01-01', '2027-01-01'],
        ['2027-02-04', '2027-02-10'],
        ['2027-04-16', '2027-04-16'],
        ['2027-04-30', '2027-05-01'],
        ['2027-05-03', '2027-05-03'],
        ['2027-09-02', '2027-09-03'],
      ],
      worked: [],
    })
  })

  it.each([
    // As decided; only what was swapped beside them is not to be known.
    ['2023', ['2023-01-20', '2023-01-26']],
    ['2023', ['2023-04-29', '2023-05-03']],
    ['2023', ['2023-09-01', '2023-09-02']],
    ['2024', ['2024-02-08', '2024-02-14']],
    ['2024', ['2024-09-02', '2024-09-03']],
    ['2025', ['2025-01-27', '2025-01-31']],
    ['2025', ['2025-09-01', '2025-09-02']],
    ['2026', ['2026-02-15', '2026-02-20']],
  ])('of %s would have come to what was decided then: %j', (year, span) => {
    expect(provisionalYear(year).off).toContainEqual(span)
  })

  it('are eleven days and what is made good, never a day twice, in every year that is known', () => {
    for (const year of Object.keys(LUNAR_DAYS)) {
      const { off } = provisionalYear(year)
      const days = off.flatMap(([from, to]) => {
        const all: string[] = []
        for (let at = day(from); at <= day(to); at = addDays(at, 1)) all.push(at)
        return all
      })
      expect(new Set(days).size).toBe(days.length)
      const rests = days.filter((at) => [0, 6].includes(new Date(at).getUTCDay())).length
      expect(days.length - rests).toBe(11)
    }
  })

  it('keep what the solar calendar fixes where the lunar one is not known', () => {
    expect(holidaysOf('2099', NONE).announced).toBe(false)
    expect(isWorkingDay(day('2099-09-02'), NONE)).toBe(false)
  })

  it('give way to what was entered, and say which years a term leans on', () => {
    const entered: DaysOff = new Map([
      ['2027', { announced: true, off: [['2027-01-01', '2027-01-01']], worked: ['2027-01-02'] }],
    ])
    expect(addWorkingDays(day('2026-12-31'), 1, entered)).toBe('2027-01-02')
    expect(isWorkingDay(day('2027-02-05'), entered)).toBe(true)
    expect(undecidedYears('2026-12-31', '2027-01-04', NONE)).toEqual(['2027'])
    expect(undecidedYears('2026-12-31', '2027-01-04', entered)).toEqual([])
    expect(undecidedYears('2026-11-30', '2026-12-03', NONE)).toEqual([])
  })

  it('names a year that is not decided once for all times, and none that is over', () => {
    const times = [
      { fromOn: '2026-03-01', toOn: '2027-02-28' },
      { fromOn: '2027-01-01', toOn: '2028-01-15' },
      { fromOn: '2024-01-01', toOn: '2024-12-31' },
    ]
    const asked = { today: '2026-12-01', daysOff: NONE }
    expect(undecidedYearsOf(times, asked)).toEqual(['2027', '2028'])
    expect(undecidedYearsOf([], asked)).toEqual([])
  })
})
