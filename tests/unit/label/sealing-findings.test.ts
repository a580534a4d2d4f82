import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type HarvestEntry,
  harvestedKg,
  type SealingFacts,
  sealingFindings,
} from '../../../worker/domain/label/sealing-findings.ts'

const facts = (given: Partial<SealingFacts> = {}): SealingFacts => ({
  today: '2026-06-15',
  packedOn: '2026-06-15',
  quantityKg: 1000,
  quantity: { value: 1000, unit: 'kg' },
  harvestedKg: 1000,
  tolerance: 1.02,
  labels: 1000,
  isSealed: false,
  ...given,
})
const codes = (given: Partial<SealingFacts>) =>
  sealingFindings(facts(given)).map(({ code }) => code)

describe('what is asked before labels are made', () => {
  it('is nothing of a batch as it should be', () => {
    expect(sealingFindings(facts())).toEqual([])
  })

  it.each<[Partial<SealingFacts>, string[]]>([
    [{ quantityKg: 1020 }, []],
    [{ quantityKg: 1021 }, ['more_than_harvested']],
    [{ quantityKg: 5000, harvestedKg: null }, []],
    [{ quantityKg: null, harvestedKg: 10, quantity: { value: 40, unit: 'thùng' } }, []],
    [{ packedOn: '2026-06-16' }, ['packed_ahead']],
    [{ packedOn: '2026-06-14' }, []],
    [{ labels: 100_000 }, []],
    [{ labels: 100_001 }, ['many_labels']],
    [{ quantityKg: null, quantity: { value: 40, unit: 'gói' }, labels: 81 }, ['many_labels']],
    [{ quantityKg: null, quantity: { value: 40, unit: 'Thùng' }, labels: 20_000 }, []],
    [{ quantityKg: null, quantity: { value: 40, unit: 'mớ' }, labels: 1_000_000 }, []],
    [
      { quantityKg: 9000, packedOn: '2026-06-16', labels: 10_000_000 },
      ['more_than_harvested', 'packed_ahead', 'many_labels'],
    ],
    [{ isSealed: true, quantityKg: 9000, packedOn: '2026-06-16' }, []],
  ])('of %j is %j', (given, found) => {
    expect(codes(given)).toEqual(found)
  })

  it('gives the figures, and never stops for a number of labels', () => {
    expect(sealingFindings(facts({ quantityKg: 1500, labels: 1e9 }))).toEqual([
      {
        code: 'more_than_harvested',
        asks: true,
        figures: { quantityKg: 1500, harvestedKg: 1000 },
      },
      { code: 'many_labels', asks: false, figures: { labels: 1e9, most: 150_000 } },
    ])
  })
})

describe('the harvest of a batch', () => {
  const entry = (given: Partial<HarvestEntry>): HarvestEntry => ({
    kind: 'harvest',
    occurredOn: '2026-06-08',
    batchId: null,
    quantityKg: 500,
    ...given,
  })
  const batch = { id: 'b', harvestedOn: ['2026-06-08'] }
  const of = (...entries: Partial<HarvestEntry>[]) => harvestedKg(entries.map(entry), batch)

  it('is what the entries that name it say, else those of its days', () => {
    expect(of({}, {})).toBe(1000)
    expect(of({}, { batchId: 'b', quantityKg: 300 })).toBe(300)
    expect(of({ occurredOn: '2026-06-09' })).toBe(500)
    expect(of({ occurredOn: '2026-06-10' }, { kind: 'fertiliser' }, { batchId: 'c' })).toBeNull()
  })

  it('is that of the season where the batch names no day', () => {
    const season = [entry({ occurredOn: '2026-05-01' }), entry({}), entry({ batchId: 'c' })]
    expect(harvestedKg(season, { id: 'b', harvestedOn: [] })).toBe(1000)
  })

  it('is not known where an entry does not say it in kilograms', () => {
    expect(of({}, { quantityKg: null })).toBeNull()
    expect(harvestedKg([], batch)).toBeNull()
  })

  it('only grows with further entries of its days', () => {
    const kgs = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(kgs, (list) => {
        const known = list.map((quantityKg) => entry({ quantityKg }))
        const less = harvestedKg(known.slice(1), batch) ?? 0
        expect(harvestedKg(known, batch)).toBeGreaterThan(less)
      }),
    )
  })
})
