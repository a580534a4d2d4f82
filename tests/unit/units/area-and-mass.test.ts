import { describe, expect, it } from 'vitest'
import { parseArea } from '../../../worker/lib/measure/area.ts'
import { parseQuantity } from '../../../worker/lib/measure/mass.ts'

describe('areas', () => {
  it.each([
    ['2,5', undefined, '2.5', 'ha'],
    ['2,5 ha', undefined, '2.5', 'ha'],
    ['12 công', undefined, '1.2', 'cong'],
    ['3.500 m2', undefined, '0.35', 'm2'],
    ['3.500 m²', undefined, '0.35', 'm2'],
    ['5 sào', 'north', '0.18', 'sao_bac'],
    ['5 sào', 'centre', '0.25', 'sao_trung'],
    ['2 mẫu', 'north', '0.72', 'mau_bac'],
    ['1 mẫu', 'centre', '0.5', 'mau_trung'],
  ] as const)(
    'reads %s (%s) as exactly %s ha and keeps the unit %s',
    (text, region, areaHa, unit) => {
      const reading = parseArea(text, { defaultUnit: 'ha', ...(region && { region }) })
      expect(reading).toMatchObject({ ok: true, areaHa, entered: { unit } })
    },
  )

  it('keeps the figure as entered', () => {
    const reading = parseArea('12,50 công', { defaultUnit: 'ha' })
    expect(reading).toMatchObject({ areaHa: '1.25', entered: { value: '12.5', unit: 'cong' } })
  })

  it.each(['5 sào', '2 mẫu', '3 acre', '0', '-1 ha', 'rộng', '3 constructor'])(
    'refuses %s',
    (text) => expect(parseArea(text, { defaultUnit: 'ha' }).ok).toBe(false),
  )
})

describe('quantities', () => {
  it.each([
    ['4.200', 'kg', '4200'],
    ['1,25', 'tấn', '1250'],
    ['3 tạ', null, '300'],
    ['7', 'yến', '70'],
    [800, 'g', '0.8'],
    ['2 tấn', 'Tấn', '2000'],
  ])('reads %s %s as %s kg', (value, unit, quantityKg) => {
    expect(parseQuantity(value, unit)).toMatchObject({ ok: true, quantityKg })
  })

  it('keeps units that are not mass as written', () => {
    expect(parseQuantity('120', ' thùng ')).toEqual({
      ok: true,
      value: '120',
      unit: 'thùng',
      quantityKg: null,
    })
  })

  it('does not take a dozen (tá) for a hundredweight (tạ)', () => {
    expect(parseQuantity(5, 'tá')).toMatchObject({ unit: 'tá', quantityKg: null })
  })

  it.each([
    ['500', null],
    ['0', 'kg'],
    ['-2', 'kg'],
    ['5 kg', 'tấn'],
    ['10-12', 'kg'],
  ])('refuses %s %s', (value, unit) => expect(parseQuantity(value, unit).ok).toBe(false))
})
