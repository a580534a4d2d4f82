import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doseRate, type Measure, metricOf } from '../../../worker/domain/diary/measures/measure.ts'
import { regionOfProvince } from '../../../worker/domain/diary/measures/region-of-province.ts'
import {
  DOSE_AMOUNTS,
  DOSE_PER,
  isUnit,
  SIMPLE_UNITS,
  type SimpleUnitKey,
  unitText,
} from '../../../worker/domain/diary/measures/unit-table.ts'
import { AREA_UNITS } from '../../../worker/lib/measure/area.ts'
import {
  type Decimal,
  decimalOfNumber,
  sumDecimals,
  toDecimal,
} from '../../../worker/lib/measure/decimal.ts'
import { MASS_UNITS } from '../../../worker/lib/measure/mass.ts'
import { LANGUAGES } from '../../../worker/lib/text/local-text.ts'

const SIMPLE = Object.keys(SIMPLE_UNITS) as SimpleUnitKey[]
const DOSES = DOSE_AMOUNTS.flatMap((amount) => DOSE_PER.map((per) => `${amount}/${per}` as const))

const figure = fc
  .tuple(fc.nat({ max: 1_000_000 }), fc.nat({ max: 999 }))
  .map(([whole, part]) => decimal(`${whole}.${part}`))
const simple = fc.constantFrom(...SIMPLE)

function decimal(text: string): Decimal {
  const value = toDecimal(text)
  if (value === null) throw new Error(text)
  return value
}

function metric(measure: Measure): Decimal {
  const found = metricOf(measure)
  if (found === null) throw new Error(measure.unit)
  return found.amount
}

describe('units of the field', () => {
  it('turn into metric and back without losing anything', () => {
    fc.assert(
      fc.property(figure, simple, (value, unit) => {
        const amount = Number(metric({ value, unit }))
        const back = amount / Number(SIMPLE_UNITS[unit].factor)
        expect(back).toBeCloseTo(Number(value), 6)
      }),
    )
  })

  it('add up exactly: the metric of a sum is the sum of the metrics', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 20 }), simple, (values, unit) => {
        const each = values.map((value) => metric({ value, unit }))
        expect(sumDecimals(each)).toBe(metric({ value: sumDecimals(values), unit }))
      }),
    )
  })

  it('are those that lists are read in', () => {
    for (const [unit, { hectares }] of Object.entries(AREA_UNITS)) {
      if (unit === 'km2') continue
      expect([unit, SIMPLE_UNITS[unit as SimpleUnitKey].factor]).toEqual([unit, hectares])
    }
    for (const [unit, { kilograms }] of Object.entries(MASS_UNITS)) {
      expect([unit, SIMPLE_UNITS[unit as SimpleUnitKey].factor]).toEqual([unit, kilograms])
    }
  })

  it('have a name in every language, doses too', () => {
    for (const unit of [...SIMPLE, ...DOSES]) {
      expect(isUnit(unit)).toBe(true)
      for (const lang of LANGUAGES) expect(unitText(unit)[lang].trim()).not.toBe('')
    }
    for (const unit of ['', 'ml/', '/ha', 'ml/ha/ha', 'toString', '__proto__', 'ml/fruit']) {
      expect(isUnit(unit)).toBe(false)
    }
  })

  it('make doses of one basis comparable, whatever tank or field they were said by', () => {
    const rate = (value: number, unit: Measure['unit']) =>
      doseRate({ value: decimalOfNumber(value) ?? decimal('0'), unit })
    expect(rate(25, 'ml/binh25')).toEqual({ basis: 'volume/volume', rate: 0.001 })
    expect(rate(1, 'ml/l')).toEqual(rate(25, 'ml/binh25'))
    expect(rate(200, 'ml/cong')?.rate).toBeCloseTo(rate(2, 'l/ha')?.rate ?? 0)
    expect(rate(36, 'g/sao_bac')?.rate).toBeCloseTo(rate(1, 'kg/ha')?.rate ?? 0)
    expect(rate(2, 'kg')).toBeNull()
  })

  it('of land are the region’s own', () => {
    expect(['01', '37', '38', '68', '75', '96', null, '91x'].map(regionOfProvince)).toEqual([
      ...['north', 'north', 'centre', 'centre', 'south', 'south', null, null],
    ])
  })
})
