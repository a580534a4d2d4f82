import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeAmounts, lossOf } from '../../../worker/domain/lots/balance.ts'
import { coversGoods } from '../../../worker/domain/lots/covers-goods.ts'

const TOLERANCE = 1.02
const kg = fc.integer({ min: 1, max: 10_000_000 }).map((grams) => grams / 1_000)
const ratio = fc.option(fc.integer({ min: 1, max: 2_000 }).map((n) => n / 100))

describe('what a batch weighs against what it is made of', () => {
  it.each([
    // Only packed.
    [100, 100, null, 'fits'],
    [102, 100, null, 'fits'],
    [102.1, 100, null, 'impossible'],
    // Tea: 5 kg make 1.
    [20, 100, 5, 'fits'],
    [20.4, 100, 5, 'fits'],
    [20.5, 100, 5, 'yield_high'],
    [102, 100, 5, 'yield_high'],
    [103, 100, 5, 'impossible'],
    // What takes up water.
    [200, 100, 0.5, 'fits'],
    [205, 100, 0.5, 'impossible'],
    // Far too much raw is nothing to ask about, and neither is what nobody weighed.
    [1, 100, 5, 'fits'],
    [null, 1, 5, 'fits'],
  ])('%s kg of %s kg at %s is: %s', (ownKg, inputKg, inputPerOutput, kind) => {
    expect(judgeAmounts({ ownKg, inputKg, inputPerOutput, tolerance: TOLERANCE }).kind).toBe(kind)
  })

  it('never grows stricter with more going in, nor milder with more coming out', () => {
    const rank = { fits: 0, yield_high: 1, impossible: 2 }
    fc.assert(
      fc.property(kg, kg, kg, ratio, (ownKg, inputKg, more, inputPerOutput) => {
        const judged = (own: number, input: number) =>
          rank[
            judgeAmounts({ ownKg: own, inputKg: input, inputPerOutput, tolerance: TOLERANCE }).kind
          ]
        expect(judged(ownKg, inputKg + more)).toBeLessThanOrEqual(judged(ownKg, inputKg))
        expect(judged(ownKg + more, inputKg)).toBeGreaterThanOrEqual(judged(ownKg, inputKg))
      }),
    )
  })

  it('refuses what no yield explains, whatever the product', () => {
    fc.assert(
      fc.property(kg, ratio, (inputKg, inputPerOutput) => {
        const most = Math.max(inputKg, inputKg / (inputPerOutput ?? 1)) * TOLERANCE
        const of = (ownKg: number) =>
          judgeAmounts({ ownKg, inputKg, inputPerOutput, tolerance: TOLERANCE }).kind
        expect(of(most * 1.001)).toBe('impossible')
        expect(of(most * 0.999)).not.toBe('impossible')
      }),
    )
  })
})

describe('the loss of a batch', () => {
  it('is what went in and did not come out, in kilograms and hundredths', () => {
    expect(lossOf({ ownKg: 18, inputKg: 100 })).toEqual({
      ...{ inKg: 100, outKg: 18, lossKg: 82, percent: 82 },
    })
    expect(lossOf({ ownKg: 101, inputKg: 100 })).toMatchObject({ lossKg: 0, percent: 0 })
    expect(lossOf({ ownKg: null, inputKg: 100 })).toBeNull()
    expect(lossOf({ ownKg: 100, inputKg: 0 })).toBeNull()
  })

  it('lies between nothing and all of it', () => {
    fc.assert(
      fc.property(kg, kg, (ownKg, inputKg) => {
        const loss = lossOf({ ownKg, inputKg })
        expect(loss?.percent).toBeGreaterThanOrEqual(0)
        expect(loss?.percent).toBeLessThanOrEqual(100)
        expect(loss?.lossKg).toBeLessThanOrEqual(inputKg)
      }),
    )
  })
})

describe('an officer’s word on goods', () => {
  it.each([
    [100, 100, true],
    [100, 100.001, false],
    [100, 10, true],
    // Goods by the piece, then and now; a unit that was swapped since.
    [null, null, true],
    [null, 10, false],
    [100, null, false],
  ])('for %s kilograms covers %s: %s', (quantityKg, now, covered) => {
    expect(coversGoods({ quantityKg }, now)).toBe(covered)
  })
})
