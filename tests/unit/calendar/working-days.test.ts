import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holidaysOf } from '../../../worker/domain/calendar/public-holidays.ts'
import { addWorkingDays, isWorkingDay } from '../../../worker/domain/calendar/working-days.ts'
import { addDays, toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'
import { workingDaysBetween } from '../../support/working-days-between.ts'

const day = (text: string) => {
  const date = toCalendarDate(text)
  if (date === null) throw new Error(text)
  return date
}

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
    expect(isWorkingDay(day(text))).toBe(works)
  })

  it.each([
    // Over a weekend.
    ['2026-06-12', 1, '2026-06-15'],
    // Over Tết.
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-08-21', 1, '2026-08-22'],
    ['2026-06-15', 0, '2026-06-15'],
  ])('%s and %i more end on %s', (from, days, to) => {
    expect(addWorkingDays(day(from), days)).toBe(to)
  })

  it('count back what was added, whatever lies between', () => {
    const start = integer({ min: 0, max: 730 }).map((n) => addDays(day('2025-01-01'), n))
    assert(
      property(start, integer({ min: 0, max: 60 }), (from, days) => {
        const to = addWorkingDays(from, days)
        expect(workingDaysBetween(from, to)).toBe(days)
        expect(days === 0 || isWorkingDay(to)).toBe(true)
      }),
    )
  })

  it('of a year that is not announced say so, and keep the days the law fixes', () => {
    expect(holidaysOf('2031').announced).toBe(false)
    expect(isWorkingDay(day('2031-09-02'))).toBe(false)
  })
})
