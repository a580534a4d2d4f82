import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDate } from '../../../worker/lib/time/format-date.ts'
import { parseVietnameseDate } from '../../../worker/lib/time/parse-vietnamese-date.ts'
import { anyDate } from '../../support/sheets/dates.ts'

function read(input: string | number, date1904 = false): string | null {
  const reading = parseVietnameseDate(input, { date1904 })
  return reading.ok ? reading.on : null
}

function time(input: string): string | null | undefined {
  const reading = parseVietnameseDate(input)
  return reading.ok ? reading.time : undefined
}

describe('reading dates as people write them', () => {
  it.each([
    '05/03/2026',
    '5/3/2026',
    '5/3/26',
    '05-03-2026',
    '5-3-26',
    '05.03.2026',
    '5.3.26',
    '2026-03-05',
    '2026/3/5',
    'ngày 5 tháng 3 năm 2026',
    'Ngày 05 tháng 03 năm 2026',
    'NGÀY 5 THÁNG 3 NĂM 2026',
    '5 tháng 3, 2026',
    'ngày 05/03/2026',
    '05 / 03 / 2026',
    ' 05/03/2026\u00a0',
    '05–03–2026',
    '2026-03-05T08:30:00Z',
    '05/03/2026 08:30',
    '08:30 05/03/2026',
    '8h30 ngày 05/03/2026',
    '05/03/2026 8h',
    '46086',
  ])('reads %s as 5 March 2026', (text) => expect(read(text)).toBe('2026-03-05'))

  it('keeps the time of day apart', () => {
    expect(time('05/03/2026 08:30')).toBe('08:30')
    expect(time('05/03/2026 08:30:15')).toBe('08:30')
    expect(time('8h30 ngày 05/03/2026')).toBe('08:30')
    expect(time('05/03/2026 1:05 CH')).toBe('13:05')
    expect(time('05/03/2026 12:05 SA')).toBe('00:05')
    expect(time('05/03/2026')).toBeNull()
  })

  it('never puts the month first', () => {
    expect(read('03/04/2026')).toBe('2026-04-03')
    const turned = parseVietnameseDate('03/25/2026')
    expect(turned).toEqual({ ok: false, reason: 'Không có tháng 25; ngày phải ghi trước tháng.' })
  })

  it.each([
    '31/04/2026',
    '29/02/2026',
    '00/03/2026',
    '05/00/2026',
    '05/03/226',
    '05/03/2226',
    '03/2026',
    '2026',
    'hôm qua',
    '',
    '5/3',
    '05/03/2026 25:00',
    '05/03/2026 08:61',
    '5-7/3/2026',
    '05/03/2026 - 07/03/2026',
    '1/2/3/2026',
    '05/03-2026x',
  ])('refuses %s', (text) => expect(read(text)).toBeNull())

  it('does not take a bare year for a serial number', () => {
    expect(read(2026)).toBeNull()
    expect(read('2026')).toBeNull()
  })

  it('counts serial numbers from the workbook epoch', () => {
    expect(read(46_086)).toBe('2026-03-05')
    expect(read(44_624, true)).toBe('2026-03-05')
  })

  it('reads back every day it can print', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const [year, month, dayOfMonth] = date.split('-').map(Number)
        expect(read(formatDate(date))).toBe(date)
        expect(read(date)).toBe(date)
        expect(read(`ngày ${dayOfMonth} tháng ${month} năm ${year}`)).toBe(date)
        expect(read(`${dayOfMonth}.${month}.${year} 07:05`)).toBe(date)
      }),
    )
  })

  it('never throws, and gives only real dates, on any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9 ./:-]{1,16}$/)), (text) => {
        const reading = parseVietnameseDate(text)
        if (reading.ok) expect(new Date(reading.on).toISOString().slice(0, 10)).toBe(reading.on)
        else expect(reading.reason).not.toBe('')
      }),
    )
  })
})
