import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareDecimals,
  type Decimal,
  decimalOfNumber,
  multiplyDecimals,
  sumDecimals,
  toDecimal,
} from '../../../worker/lib/measure/decimal.ts'
import { formatDecimal, formatQuantity } from '../../../worker/lib/measure/format-quantity.ts'
import { parseDecimal } from '../../../worker/lib/measure/parse-decimal.ts'

function decimal(text: string): Decimal {
  const value = toDecimal(text)
  if (value === null) throw new Error(text)
  return value
}

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 8 }))
  .map(([units, scale]) => {
    const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
    const cut = digits.length - scale
    const fraction = scale === 0 ? '' : `.${digits.slice(cut)}`
    return decimal(`${units < 0n ? '-' : ''}${digits.slice(0, cut)}${fraction}`)
  })

function read(input: string | number): string | null {
  const reading = parseDecimal(input)
  return reading.ok ? reading.value : null
}

describe('reading numbers as Vietnamese documents print them', () => {
  it.each([
    ['1.234,5', '1234.5'],
    ['1 234,5', '1234.5'],
    ['1\u00a0234,5', '1234.5'],
    ['1\u202f234\u202f567', '1234567'],
    ['2,5', '2.5'],
    ['1234.5', '1234.5'],
    ['12.5', '12.5'],
    ['1.234.567', '1234567'],
    ['103.668', '103668'],
    ['1,234.5', '1234.5'],
    ['1,234,567', '1234567'],
    ['0,50', '0.5'],
    [',5', '0.5'],
    ['-3,5', '-3.5'],
    ['−3,5', '-3.5'],
    ['007', '7'],
    ['0', '0'],
    ['1,2345', '1.2345'],
    ['12345678901234567890,12', '12345678901234567890.12'],
  ])('reads %s as %s', (text, value) => expect(read(text)).toBe(value))

  it('takes one dot before three digits for thousands, and says that another reading exists', () => {
    expect(parseDecimal('1.234')).toMatchObject({ value: '1234', notation: 'dot_thousands' })
    expect(parseDecimal('12.5')).toMatchObject({ value: '12.5', notation: 'dot_decimal' })
    expect(parseDecimal('1.234,5')).toMatchObject({ value: '1234.5', notation: 'plain' })
  })

  it('takes a dot for a decimal point where groups of three cannot begin so', () => {
    expect(read('0.500')).toBe('0.5')
    expect(read('1234.567')).toBe('1234.567')
  })

  it('keeps the unit after the number', () => {
    expect(parseDecimal('2,5 ha')).toMatchObject({ value: '2.5', unit: 'ha' })
    expect(parseDecimal('1.200kg')).toMatchObject({ value: '1200', unit: 'kg' })
    expect(parseDecimal('3 kg/công')).toMatchObject({ value: '3', unit: 'kg/công' })
    expect(parseDecimal('45%')).toMatchObject({ value: '45', unit: '%' })
    expect(parseDecimal('12')).toMatchObject({ unit: null })
  })

  it.each([
    '',
    '  ',
    'abc',
    '1.2.3',
    '1,2,3',
    '1.234.5',
    '12.34,5',
    '10-15',
    '10 - 15 kg',
    '5/3',
    '1E+05',
    '1,5e3',
    '--1',
    '1 23',
    '1..2',
    ',',
    '.',
    'khoảng 5',
    '5 ± 1',
    'NaN',
    '1 2345',
  ])('refuses %j', (text) => expect(read(text)).toBeNull())

  it('takes the numbers of cells as they are, without drift', () => {
    expect(read(0.1 + 0.2)).toBe('0.30000000000000004')
    expect(read(2.3)).toBe('2.3')
    expect(read(1e21)).toBe('1000000000000000000000')
    expect(read(1.5e-7)).toBe('0.00000015')
    expect(read(-0)).toBe('0')
    expect(read(Number.NaN)).toBeNull()
  })

  it('reads back every number it can print', () => {
    fc.assert(
      fc.property(anyDecimal, (value) => {
        expect(read(formatDecimal(value))).toBe(value)
        expect(parseDecimal(formatQuantity(value, 'kg'))).toMatchObject({ value, unit: 'kg' })
      }),
    )
  })

  it('gives back every finite double exactly', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(decimalOfNumber(value))).toBe(value === 0 ? 0 : value)
      }),
    )
  })
})

describe('exact sums', () => {
  it('adds a tenth and two tenths to three tenths', () => {
    expect(sumDecimals([decimal('0.1'), decimal('0.2')])).toBe('0.3')
    expect(sumDecimals([])).toBe('0')
  })

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(anyDecimal), (values) => {
        expect(sumDecimals([...values].reverse())).toBe(sumDecimals(values))
      }),
    )
  })

  it('takes back what it added', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        const minusB = multiplyDecimals(b, decimal('-1'))
        expect(sumDecimals([a, b, minusB])).toBe(a)
        expect(compareDecimals(sumDecimals([a, b]), a)).toBe(compareDecimals(b, decimal('0')))
      }),
    )
  })
})
