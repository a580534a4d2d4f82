import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MarketRule } from '../../../worker/domain/market-rules/market-rule.ts'
import {
  compareConcentrations,
  MASS_UNITS,
  massUnitOf,
} from '../../../worker/domain/residues/concentration.ts'
import {
  judgeResidues,
  judgeResult,
  worstOf,
} from '../../../worker/domain/residues/judge-residues.ts'
import { planAgainstDone } from '../../../worker/domain/residues/plan-against-done.ts'
import {
  type Measurement,
  readMeasurement,
} from '../../../worker/domain/residues/read-measurement.ts'
import type { ResidueLimit } from '../../../worker/domain/residues/residue-limit.ts'
import { substanceKeyOf } from '../../../worker/domain/residues/substance-key.ts'
import { type Decimal, toDecimal } from '../../../worker/lib/measure/decimal.ts'

const decimal = (text: string): Decimal => {
  const value = toDecimal(text)
  if (value === null) throw new Error(text)
  return value
}
const found = (result: string, unit: string | null = 'mg/kg'): Measurement => {
  const reading = readMeasurement(result, unit)
  if (!reading.ok) throw new Error(`${result}: ${reading.fault}`)
  return reading.measurement
}
const atMost = (value: string, unit: 'mg/kg' | 'µg/kg' = 'mg/kg'): ResidueLimit => ({
  kind: 'at_most',
  value: decimal(value),
  unit,
})

describe('a result as laboratories print it', () => {
  it('is read with its unit, in the cell or beside it', () => {
    const read: readonly (readonly [string, string | null, Measurement])[] = [
      ['0,012', 'mg/kg', { relation: 'equal', value: decimal('0.012'), unit: 'mg/kg' }],
      ['0.05 mg/kg', null, { relation: 'equal', value: decimal('0.05'), unit: 'mg/kg' }],
      ['50 ppb', null, { relation: 'equal', value: decimal('50'), unit: 'µg/kg' }],
      ['<0,01', 'ppm', { relation: 'below', value: decimal('0.01'), unit: 'mg/kg' }],
      ['< 10', 'μg/kg', { relation: 'below', value: decimal('10'), unit: 'µg/kg' }],
      ['KPH', 'mg/kg', { relation: 'below', value: null, unit: 'mg/kg' }],
      ['Không phát hiện', null, { relation: 'below', value: null, unit: null }],
      ['KPH (LOD = 0,01)', 'mg/kg', { relation: 'below', value: decimal('0.01'), unit: 'mg/kg' }],
      ['ND (<0.005 mg/kg)', null, { relation: 'below', value: decimal('0.005'), unit: 'mg/kg' }],
      ['3', 'CFU/g', { relation: 'equal', value: decimal('3'), unit: 'CFU/g' }],
      ['0', 'mg/kg', { relation: 'equal', value: decimal('0'), unit: 'mg/kg' }],
    ]
    for (const [result, unit, measurement] of read) {
      expect(readMeasurement(result, unit), result).toEqual({ ok: true, measurement })
    }
  })

  it('is refused where it says nothing sure, or two units', () => {
    for (const result of ['', 'đạt', '-0,1', '0,01-0,02', '1e3', '> 0,5']) {
      expect(readMeasurement(result, 'mg/kg'), result).toEqual({ ok: false, fault: 'unreadable' })
    }
    expect(readMeasurement('0,05 mg/kg', 'µg/kg')).toEqual({ ok: false, fault: 'two_units' })
    expect(readMeasurement('0,05 ppm', 'mg/kg').ok).toBe(true)
  })

  it('is read in time that grows with the text', () => {
    const hostile = ['('.repeat(50_000), `KPH ${'<'.repeat(50_000)}`, `<${'9'.repeat(50_000)}`]
    for (const text of hostile) expect(readMeasurement(text, null).ok).toBe(false)
  })
})

describe('a result against a limit', () => {
  it('passes at the limit itself, fails above it, in whatever units either is', () => {
    expect(judgeResult(found('0,05'), atMost('0.05'))).toBe('passed')
    expect(judgeResult(found('50', 'µg/kg'), atMost('0.05'))).toBe('passed')
    expect(judgeResult(found('50,1', 'µg/kg'), atMost('0.05'))).toBe('failed')
    expect(judgeResult(found('0,0501'), atMost('50', 'µg/kg'))).toBe('failed')
    expect(judgeResult(found('0,000005', '%'), atMost('0.05'))).toBe('passed')
  })

  it('below detection it passes only where the method sees as little as the limit', () => {
    expect(judgeResult(found('<0,01'), atMost('0.01'))).toBe('passed')
    expect(judgeResult(found('<0,02'), atMost('0.01'))).toBe('undecided')
    expect(judgeResult(found('KPH'), atMost('0.01'))).toBe('undecided')
    expect(judgeResult(found('KPH'), { kind: 'not_detected' })).toBe('passed')
    expect(judgeResult(found('<0,01'), { kind: 'not_detected' })).toBe('passed')
    expect(judgeResult(found('0,0001'), { kind: 'not_detected' })).toBe('failed')
    expect(judgeResult(found('0'), { kind: 'not_detected' })).toBe('passed')
  })

  it('is never passed without a limit, nor where the units cannot be compared', () => {
    expect(judgeResult(found('0'), null)).toBe('no_limit')
    expect(judgeResult(found('KPH'), null)).toBe('no_limit')
    expect(judgeResult(found('1', 'CFU/g'), atMost('5'))).toBe('undecided')
    expect(judgeResult(found('1', null), atMost('5'))).toBe('undecided')
  })

  it('says the same of one amount in any unit', () => {
    const perMg = { 'mg/kg': 1, 'µg/kg': 1000, 'g/kg': 0.001, '%': 0.0001 } as const
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom(...MASS_UNITS),
        (a, b, unit) => {
          const left = { value: decimal(String(a)), unit: 'µg/kg' as const }
          const shifted = (b / 1000) * perMg[unit]
          const right = { value: decimal(shifted.toFixed(12)), unit }
          expect(Math.sign(compareConcentrations(left, right))).toBe(Math.sign(a - b))
        },
      ),
      { seed: 774, numRuns: 60 },
    )
  })
})

describe('a sample against its markets', () => {
  const rule = (id: string, market: string, name: string, limit: ResidueLimit): MarketRule => ({
    ...{ id, crop: 'durian', market, validFrom: '2026-01-01', validTo: null, source: 'thử' },
    ...{ note: null, isDoubtful: false, isLifted: false, recordedAt: 1 },
    value: { kind: 'residue_limit', name: { vi: name }, limit },
  })
  const rules = [
    rule('a', 'CHN', 'Cadmi', atMost('0.05')),
    rule('b', 'VNM', 'Cadmium', atMost('0.1')),
    rule('c', 'CHN', 'Vàng O', { kind: 'not_detected' }),
  ]
  const judge = (results: readonly (readonly [string, string])[], day = '2026-06-15') =>
    judgeResidues({
      results: results.map(([analyte, result]) => ({ analyte, ...found(result) })),
      ...{ rules, crop: 'Sầu riêng Ri6', markets: ['CHN', 'VNM'], day },
    })
  const verdicts = (judged: ReturnType<typeof judge>) => judged.map(({ verdict }) => verdict)

  it('fails where one market is broken and passes the other', () => {
    expect(verdicts(judge([['Cd', '0,07']]))).toEqual(['failed', 'passed'])
    expect(verdicts(judge([['Cadmi (Cd)', '0,03']]))).toEqual(['passed', 'passed'])
  })

  it('has no limit where one substance has none, and is the worst of all', () => {
    expect(
      verdicts(
        judge([
          ['Cadmi', '0,03'],
          ['Carbendazim', 'KPH'],
        ]),
      ),
    ).toEqual(['no_limit', 'no_limit'])
    expect(
      verdicts(
        judge([
          ['Cadmi', '0,07'],
          ['Carbendazim', '1'],
          ['Auramine O', 'KPH'],
        ]),
      ),
    ).toEqual(['failed', 'no_limit'])
  })

  it('is held against the rules of its own day, and without results against none', () => {
    expect(verdicts(judge([['Cadmi', '9']], '2025-12-31'))).toEqual(['no_limit', 'no_limit'])
    expect(judge([])).toEqual([])
    expect(worstOf([])).toBe('no_limit')
  })
})

describe('names', () => {
  it('of substances and units are one, however they are written', () => {
    expect(new Set(['Cadmi', 'CADMIUM', 'Cd', 'Cadimi (Cd)'].map(substanceKeyOf)).size).toBe(1)
    expect(substanceKeyOf('Vàng O')).toBe(substanceKeyOf('Auramine O (Basic Yellow 2)'))
    expect(substanceKeyOf('Chlorpyrifos-methyl')).not.toBe(substanceKeyOf('Chlorpyrifos'))
    expect(['ug/kg', 'µg/kg', 'μg / kg', 'PPB'].map(massUnitOf)).toEqual(Array(4).fill('µg/kg'))
    expect(massUnitOf('mg/l')).toBeNull()
  })
})

describe('the plan of a year', () => {
  const plan = (id: string, communeCode: string | null, crop: string, samples: number) => ({
    ...{ id, provinceCode: '91', communeCode, crop, samples },
  })
  const done = (communeCode: string, crop: string, samples: number, provinceCode = '91') => ({
    ...{ provinceCode, communeCode, crop, samples },
  })

  it('counts a sample for its commune before its province, and for its crop before its group', () => {
    const { planned, beside, total } = planAgainstDone(
      [
        plan('all', null, '@all', 10),
        plan('fruit', null, '@perennial', 20),
        plan('mango', 'A', 'mango', 5),
      ],
      [
        done('A', 'mango', 7),
        done('B', 'mango', 3),
        done('A', 'rice', 2),
        done('C', 'tea', 1, '15'),
      ],
    )
    expect(planned.map((row) => [row.id, row.done])).toEqual([
      ['all', 2],
      ['fruit', 3],
      ['mango', 7],
    ])
    expect(beside).toEqual([done('C', 'tea', 1, '15')])
    expect(total).toEqual({ planned: 35, done: 13 })
  })

  it('counts every sample exactly once', () => {
    const commune = fc.constantFrom('A', 'B', 'C')
    const crop = fc.constantFrom('mango', 'rice', 'tea', 'tỏi')
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            communeCode: fc.option(commune),
            crop: fc.oneof(crop, fc.constantFrom('@all', '@perennial')),
            samples: fc.nat(100),
          }),
          { maxLength: 8 },
        ),
        fc.array(fc.tuple(commune, crop, fc.nat(50)), { maxLength: 12 }),
        (lines, groups) => {
          const given = groups.map(([where, what, samples]) => done(where, what, samples))
          const { planned, beside, total } = planAgainstDone(
            lines.map((line, at) => ({ ...line, id: String(at), provinceCode: '91' })),
            given,
          )
          const counted = [...planned.map((row) => row.done), ...beside.map((row) => row.samples)]
          expect(counted.reduce((sum, each) => sum + each, 0)).toBe(total.done)
        },
      ),
      { seed: 100, numRuns: 60 },
    )
  })
})
