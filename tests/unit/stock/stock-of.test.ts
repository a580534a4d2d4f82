import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stockAmount } from '../../../worker/domain/stock/stock-amount.ts'
import { type StockEntry, stockOf } from '../../../worker/domain/stock/stock-of.ts'
import { type Decimal, toDecimal } from '../../../worker/lib/measure/decimal.ts'

function exact(text: string): Decimal {
  const value = toDecimal(text)
  if (value === null) throw new Error(text)
  return value
}

let made = 0
function entry(
  is: StockEntry['is'],
  occurredOn: string,
  given: { value?: string; unit?: string; isReckoned?: boolean; expiresOn?: string } = {},
): StockEntry {
  const { value, unit = 'l', isReckoned = false, expiresOn = null } = given
  const amount = value === undefined ? null : { value: exact(value), unit, isReckoned }
  const rest = { product: 'Minh Họa 1.8EC', lot: null, expiresOn, amount }
  made += 1
  return { id: `e${made}`, is, occurredOn, ...rest }
}

const codesOf = (...entries: StockEntry[]) =>
  stockOf(entries).flatMap(({ questions }) => questions.map(({ code }) => code))

describe('the stock of inputs', () => {
  it('is what was bought without what was used, by unit, whatever the spelling of a name', () => {
    const [item, ...others] = stockOf([
      entry('purchase', '2026-01-01', { value: '1.5' }),
      { ...entry('use', '2026-01-02', { value: '0.4' }), product: 'MINH HOA 1.8ec' },
      entry('purchase', '2026-01-03', { value: '2', unit: 'bottle' }),
    ])
    expect(others).toEqual([])
    expect(item?.balances).toEqual([
      { unit: 'bottle', bought: '2', used: '0', left: '2', isReckoned: false },
      { unit: 'l', bought: '1.5', used: '0.4', left: '1.1', isReckoned: false },
    ])
    expect(item?.lots).toHaveLength(2)
  })

  it('asks about what was used before anything was bought, and not of the same day', () => {
    const use = entry('use', '2026-01-01', { value: '1' })
    expect(codesOf(use, entry('purchase', '2026-01-02', { value: '5' }))).toEqual(['never_bought'])
    expect(codesOf(use, entry('purchase', '2026-01-01', { value: '5' }))).toEqual([])
  })

  it('asks about more than was bought until then, exactly, and never across units or reckonings', () => {
    const bought = entry('purchase', '2026-01-01', { value: '0.3' })
    const uses = ['0.1', '0.2'].map((value) => entry('use', '2026-01-02', { value }))
    expect(codesOf(bought, ...uses)).toEqual([])
    const one = entry('use', '2026-01-03', { value: '0.000001' })
    expect(codesOf(bought, ...uses, one)).toEqual(['more_than_bought'])
    const bottles = entry('purchase', '2026-01-01', { value: '1', unit: 'bottle' })
    expect(codesOf(bottles, ...uses)).toEqual([])
    const reckoned = entry('use', '2026-01-02', { value: '9', isReckoned: true })
    expect(codesOf(bought, reckoned)).toEqual([])
    expect(codesOf(entry('purchase', '2026-01-01'), ...uses)).toEqual([])
  })

  it('asks about what was used after the last day of every lot', () => {
    const old = entry('purchase', '2026-01-01', { value: '5', expiresOn: '2026-02-01' })
    const use = entry('use', '2026-02-02', { value: '1' })
    expect(codesOf(old, use)).toEqual(['expired'])
    expect(codesOf(old, { ...use, occurredOn: '2026-02-01' })).toEqual([])
    expect(codesOf(old, entry('purchase', '2026-02-02', { value: '1' }), use)).toEqual([])
  })

  it('adds up, in any order, and what is left is never made of nothing', () => {
    const figure = fc.integer({ min: 1, max: 1e6 }).map((n) => String(n / 1000))
    const some = fc
      .tuple(fc.constantFrom('purchase', 'use'), fc.integer({ min: 1, max: 28 }), figure)
      .map(([is, on, value]) =>
        entry(is as StockEntry['is'], `2026-01-${String(on).padStart(2, '0')}`, { value }),
      )
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 30 }), (entries) => {
        const [item] = stockOf(entries)
        const [balance] = item?.balances ?? []
        const sum = entries.reduce(
          (left, { is, amount }) => left + (is === 'use' ? -1 : 1) * Number(amount?.value),
          0,
        )
        expect(Number(balance?.left)).toBeCloseTo(sum, 6)
        expect(stockOf(entries.toReversed())).toEqual(stockOf(entries))
        const asked = new Set(item?.questions.map(({ entryId }) => entryId))
        for (const id of asked) expect(entries.find((each) => each.id === id)?.is).toBe('use')
      }),
    )
  })
})

describe('the amount of an entry', () => {
  const litres = (value: string, unit: string) => ({ value: exact(value), unit: unit as 'l' })

  it('is what it says, in kilograms, litres or what was counted', () => {
    expect(stockAmount({ quantity: litres('250', 'ml') }, {})).toEqual({
      ...{ value: '0.25', unit: 'l', isReckoned: false },
    })
    expect(stockAmount(null, { quantity: 3, unit: 'chai' })).toMatchObject({ unit: 'bottle' })
    expect(stockAmount(null, { quantity: 2, unit: 'tạ' })).toMatchObject({ value: '200' })
    expect(stockAmount(null, { quantity: 2, unit: 'muỗng' })).toBeNull()
  })

  it('is reckoned from dose and area, or dose and water, where nobody said it', () => {
    const dose = litres('0.5', 'l/ha')
    expect(stockAmount({ dose, area: litres('4', 'cong') }, {})).toEqual({
      ...{ value: '0.2', unit: 'l', isReckoned: true },
    })
    const tank = litres('10', 'ml/binh16')
    expect(stockAmount({ dose: tank, waterVolumeL: litres('8', 'binh16') }, {})).toEqual({
      ...{ value: '0.08', unit: 'l', isReckoned: true },
    })
    expect(stockAmount({ dose }, {})).toBeNull()
  })
})
