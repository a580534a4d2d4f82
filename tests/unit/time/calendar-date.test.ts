import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  calendarDateOf,
  compareDates,
  daysBetween,
  toCalendarDate,
} from '../../../worker/lib/time/calendar-date.ts'
import { readExcelSerial } from '../../../worker/lib/time/excel-serial.ts'
import { formatDate } from '../../../worker/lib/time/format-date.ts'
import { vietnamDateOf } from '../../../worker/lib/time/vietnam-date-of.ts'
import { anyDate, day } from '../../support/sheets/dates.ts'

describe('calendar dates', () => {
  it.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-05', '20260105', ''])(
    'refuses %s, which is no day',
    (text) => expect(toCalendarDate(text)).toBeNull(),
  )

  it('keeps 29 February of leap years only', () => {
    expect(calendarDateOf(2024, 2, 29)).toBe('2024-02-29')
    expect(calendarDateOf(2000, 2, 29)).toBe('2000-02-29')
    expect(calendarDateOf(1900, 2, 29)).toBeNull()
  })

  it('adds and counts days as inverses, and orders by time', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const later = addDays(date, days)
        expect(daysBetween(date, later)).toBe(days)
        expect(Math.sign(compareDates(later, date))).toBe(Math.sign(days))
      }),
    )
  })

  it('shows day, month, year', () => expect(formatDate(day('2026-03-05'))).toBe('05/03/2026'))
})

describe('the day in Viet Nam', () => {
  it('changes at 17:00 UTC', () => {
    expect(vietnamDateOf(Date.UTC(2026, 2, 4, 16, 59, 59, 999))).toBe('2026-03-04')
    expect(vietnamDateOf(Date.UTC(2026, 2, 4, 17))).toBe('2026-03-05')
  })

  it('agrees with the time zone database', () => {
    const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
    const instants = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2099, 0) })
    fc.assert(
      fc.property(instants, (at) => {
        expect(vietnamDateOf(at)).toBe(zone.format(at))
      }),
    )
  })
})

describe('serial numbers', () => {
  it.each([
    [46_086, false, '2026-03-05', null],
    [46_086.354_166_67, false, '2026-03-05', '08:30'],
    [1, false, '1900-01-01', null],
    [59, false, '1900-02-28', null],
    [61, false, '1900-03-01', null],
    [44_624, true, '2026-03-05', null],
    [0, true, '1904-01-01', null],
  ])('reads %d (1904: %s) as %s %s', (serial, date1904, on, time) => {
    expect(readExcelSerial(serial, date1904)).toEqual({ on, time })
  })

  it.each([60, 0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2_958_466, 1e12])(
    'refuses %d',
    (serial) => expect(readExcelSerial(serial)).toBeNull(),
  )

  it('never throws at the end of the calendar', () => {
    expect(readExcelSerial(2_958_465)?.on).toBe('9999-12-31')
    expect(readExcelSerial(2_958_465, true)).toBeNull()
    expect(readExcelSerial(2_958_465.999_999_9)).toBeNull()
  })
})
