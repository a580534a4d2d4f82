import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatAt,
  formatNumber,
  formatOn,
  formatQuantity,
  vietnamDateOfInstant,
} from '../../../worker/copy/format.ts'
import { LANGUAGES } from '../../../worker/lib/text/local-text.ts'

const day = fc
  .date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2200-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10))

describe('dates', () => {
  it('writes day, month, year in Vietnamese, and can be read back', () => {
    fc.assert(
      fc.property(day, (iso) => {
        expect(formatOn(iso, 'vi').split('/').reverse().join('-')).toBe(iso)
      }),
    )
  })

  it('writes the local forms of English and Chinese', () => {
    expect(formatOn('2026-03-05', 'en')).toBe('5 March 2026')
    expect(formatOn('2026-03-05', 'zh')).toBe('2026年3月5日')
  })

  it('shows a text that is no calendar date as it was recorded', () => {
    for (const lang of LANGUAGES) expect(formatOn('tháng 3/2026', lang)).toBe('tháng 3/2026')
  })

  it('tells instants in Vietnamese time, also across midnight', () => {
    expect(formatAt('2026-05-24T18:05:00Z', 'vi')).toBe('01:05 ngày 25/05/2026')
    expect(formatAt(Date.UTC(2026, 4, 24, 18, 5), 'en')).toBe('01:05 on 25 May 2026 (Vietnam time)')
    expect(vietnamDateOfInstant('2026-05-24T16:59:59Z')).toBe('2026-05-24')
    expect(vietnamDateOfInstant('2026-05-24T17:00:00Z')).toBe('2026-05-25')
    expect(vietnamDateOfInstant('no instant')).toBeNull()
  })

  it('agrees with Intl about the time in Vietnam', () => {
    const intl = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2100, 0) }), (at) => {
        expect(vietnamDateOfInstant(at)).toBe(intl.format(at))
      }),
    )
  })
})

describe('numbers', () => {
  it('uses the separators of the language as Intl does', () => {
    const vi = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 })
    const en = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 })
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (thousandths) => {
        const value = thousandths / 1000
        expect(formatNumber(value, 'vi')).toBe(vi.format(value))
        expect(formatNumber(value, 'en')).toBe(en.format(value))
        expect(formatNumber(value, 'zh')).toBe(en.format(value))
      }),
    )
  })

  it('keeps a quantity and its unit on one line', () => {
    expect(formatQuantity({ value: 2.5, unit: 'ha' }, 'vi')).toBe('2,5\u00a0ha')
    expect(formatQuantity({ value: 1200, unit: 't' }, 'vi')).toBe('1.200\u00a0tấn')
    expect(formatQuantity({ value: 3, unit: 'giạ' }, 'en')).toBe('3\u00a0giạ')
  })
})
