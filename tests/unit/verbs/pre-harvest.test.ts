import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPreHarvestBreaches } from '../../../worker/domain/diary/pre-harvest.ts'
import {
  publicDetails,
  withoutPersonalNumbers,
} from '../../../worker/domain/diary/public-details.ts'
import { addDays, toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'

const spray = (
  given: Partial<Parameters<typeof findPreHarvestBreaches>[0]['entries'][number]> = {},
) => ({
  kind: 'plant_protection',
  occurredOn: '2026-05-01',
  summary: 'Phun thuốc',
  details: { product: 'Thuốc A', intervalDays: 7 },
  ...given,
})

const breaches = (entry: ReturnType<typeof spray>, ...harvestedOn: string[]) =>
  findPreHarvestBreaches({ entries: [entry], harvests: daysOf(harvestedOn) })

const daysOf = (days: readonly string[]) => days.map((on) => ({ on, households: null }))

describe('a pre-harvest interval', () => {
  it('is breached from the day of the spray to the last day of the interval', () => {
    const cases: [string, boolean][] = [
      ['2026-04-30', false],
      ['2026-05-01', true],
      ['2026-05-02', true],
      ['2026-05-07', true],
      ['2026-05-08', false],
      ['2026-05-09', false],
    ]
    for (const [day, breached] of cases) {
      expect([day, breaches(spray(), day).length]).toEqual([day, breached ? 1 : 0])
    }
  })

  it('names the product, both days and the interval', () => {
    expect(breaches(spray(), '2026-05-03')).toEqual([
      {
        productName: 'Thuốc A',
        sprayedOn: '2026-05-01',
        intervalDays: 7,
        harvestedOn: '2026-05-03',
      },
    ])
  })

  it('falls back to the active ingredient, then to what was written', () => {
    const details = { activeIngredient: 'Abamectin', intervalDays: 7 }
    expect(breaches(spray({ details }), '2026-05-01')[0]?.productName).toBe('Abamectin')
    expect(breaches(spray({ details: { intervalDays: 7 } }), '2026-05-01')[0]?.productName).toBe(
      'Phun thuốc',
    )
  })

  it('holds for veterinary drugs, and for nothing else', () => {
    expect(breaches(spray({ kind: 'veterinary' }), '2026-05-02')).toHaveLength(1)
    const details = { withdrawalDays: 7 }
    expect(breaches(spray({ kind: 'veterinary', details }), '2026-05-02')).toHaveLength(1)
    expect(breaches(spray({ kind: 'pond_treatment', details }), '2026-05-02')).toHaveLength(1)
    for (const kind of ['fertiliser', 'irrigation', 'harvest', 'feed', 'other']) {
      expect(breaches(spray({ kind }), '2026-05-02')).toEqual([])
    }
  })

  it('is read from numbers and from text, a part of a day counting as one', () => {
    for (const intervalDays of [7, '7', '7 ngày', ' 7', 6.5, '6,5 ngày']) {
      expect(breaches(spray({ details: { intervalDays } }), '2026-05-07')).toHaveLength(1)
      expect(breaches(spray({ details: { intervalDays } }), '2026-05-08')).toEqual([])
    }
  })

  it('is no matter of goods of other households, where both are known', () => {
    const on = '2026-05-02'
    const found = (treated: string[] | null, harvested: string[] | null) =>
      findPreHarvestBreaches({
        entries: [spray({ households: treated })],
        harvests: [{ on, households: harvested }],
      }).length
    expect(found(['a'], ['b'])).toBe(0)
    expect(found(['a', 'b'], ['b'])).toBe(1)
    expect([found(null, ['b']), found(['a'], null), found(null, null)]).toEqual([1, 1, 1])
  })

  it('breaches nothing where it is missing, zero, negative, unreadable or absurd', () => {
    for (const intervalDays of [undefined, null, 0, -3, Number.NaN, 'không rõ', '', true, 5_000]) {
      expect(breaches(spray({ details: { intervalDays } }), '2026-05-01')).toEqual([])
    }
    expect(breaches(spray({ occurredOn: '2026-02-30' }), '2026-03-01')).toEqual([])
  })

  it('counts each treatment with each harvest once, by harvest day', () => {
    const entries = [spray({ occurredOn: '2026-05-05' }), spray()]
    const found = findPreHarvestBreaches({
      entries,
      harvests: daysOf(['2026-05-06', '2026-05-02', '2026-05-06']),
    })
    expect(found.map((b) => [b.harvestedOn, b.sprayedOn])).toEqual([
      ['2026-05-02', '2026-05-01'],
      ['2026-05-06', '2026-05-01'],
      ['2026-05-06', '2026-05-05'],
    ])
  })

  it('is breached exactly when 0 <= days since the spray < interval', () => {
    const start = toCalendarDate('2026-05-01')
    if (start === null) throw new Error('a date')
    const days = fc.integer({ min: -40, max: 40 })
    const intervals = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(days, intervals, (after, intervalDays) => {
        const found = breaches(spray({ details: { intervalDays } }), addDays(start, after))
        return (found.length === 1) === (after >= 0 && after < intervalDays)
      }),
    )
  })
})

describe('what the public reads of a diary entry', () => {
  it('names no person, parcel or vehicle, and no field without a label', () => {
    const details = {
      product: 'NPK',
      operator: 'Nguyễn Văn A',
      plot: '12/3',
      vehicle: '67C-1',
      price: 9,
      giaBan: 'x',
    }
    expect(publicDetails(details)).toEqual({ product: 'NPK' })
  })

  it('carries no phone or identity number', () => {
    for (const text of [
      'Gọi 0912345678',
      'Gọi 0912 345 678',
      'gọi +84 912.345.678',
      'CCCD 089201234567',
    ]) {
      expect(withoutPersonalNumbers(text)).not.toMatch(/\d{3}/)
    }
    for (const text of [
      'Bón 50 kg NPK 16-16-8',
      'Ngày 01/05/2026',
      '20-20-15, 1.200 kg',
      '2026-05-01',
    ]) {
      expect(withoutPersonalNumbers(text)).toBe(text)
    }
  })
})
