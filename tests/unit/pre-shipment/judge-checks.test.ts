import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RULE_LIBRARY } from '../../../worker/domain/market-rules/library.ts'
import type { MarketRule, RuleValueOf } from '../../../worker/domain/market-rules/market-rule.ts'
import type { CheckAllowance, CheckFacts } from '../../../worker/domain/pre-shipment/check-facts.ts'
import { cropOfBatch } from '../../../worker/domain/pre-shipment/crop-of-batch.ts'
import { type ChecksAsked, judgeChecks } from '../../../worker/domain/pre-shipment/judge-checks.ts'
import { CHECK_STATES } from '../../../worker/domain/pre-shipment/kinds.ts'
import { toDecimal } from '../../../worker/lib/measure/decimal.ts'

const NO_FACTS: CheckFacts = { tests: [], samples: [], inspections: [], records: [] }

const decimal = (text: string) => toDecimal(text) ?? expect.fail(text)

function check(
  given: Partial<RuleValueOf<'required_check'>> &
    Partial<Pick<MarketRule, 'isDoubtful' | 'validFrom' | 'validTo'>> = {},
): MarketRule {
  const { isDoubtful = false, validFrom = '2026-01-01', validTo = null, ...value } = given
  return {
    ...{ id: `r-${JSON.stringify(given)}`, crop: 'durian', market: 'CHN', validFrom, validTo },
    value: {
      ...{ kind: 'required_check', name: { vi: 'Cadmi' }, before: 'shipment', proof: 'lab_test' },
      ...{ days: 30, samplePercent: null },
      ...value,
    },
    ...{ source: 'CV 1/BVTV', note: null, isDoubtful, isLifted: false, recordedAt: 1 },
  }
}

const LIMIT: MarketRule = {
  ...check(),
  id: 'limit',
  value: {
    ...{ kind: 'residue_limit', name: { vi: 'Cadmium' } },
    limit: { kind: 'at_most', value: decimal('0.05'), unit: 'mg/kg' },
  },
}

const TEST = {
  ...{ id: 't', analyte: 'Cd', result: '0,02', unit: 'mg/kg', verdict: 'passed' as const },
  ...{
    state: 'confirmed' as const,
    sampledOn: '2026-06-01',
    laboratory: 'Vinacontrol',
    number: '9',
  },
}
const SAMPLE = {
  ...{
    id: 's',
    siteId: 'a',
    crop: 'durian',
    takenOn: '2026-06-01',
    laboratory: null,
    number: null,
  },
  results: [
    { analyte: 'Cadmi', relation: 'equal' as const, value: decimal('0.01'), unit: 'mg/kg' },
  ],
}
const MINUTES = {
  ...{ id: 'i', siteId: 'a', inspectedOn: '2026-05-20', outcome: 'passed' as const },
  inspectorName: 'Lê Văn A',
}

const ASKED: ChecksAsked = {
  ...{ rules: [check(), LIMIT], crop: 'durian', markets: ['CHN'], packedOn: '2026-06-10' },
  ...{ harvestedOn: ['2026-06-08'], seasonFrom: '2026-02-01', today: '2026-06-12' },
  ...{ areaIds: ['a'], houseIds: ['h'], facts: NO_FACTS, allowances: [] },
}
const facts = (given: Partial<CheckFacts>): CheckFacts => ({ ...NO_FACTS, ...given })
const judged = (given: Partial<ChecksAsked>) => judgeChecks({ ...ASKED, ...given })
const state = (given: Partial<ChecksAsked>) =>
  judged(given)
    .map((each) => each.state)
    .join()
const tested = (
  given: Partial<Omit<typeof TEST, 'verdict' | 'state' | 'sampledOn'>> & {
    verdict?: 'passed' | 'failed' | null
    state?: 'declared' | 'confirmed'
    sampledOn?: string | null
  },
) => state({ facts: facts({ tests: [{ ...TEST, ...given }] }) })

describe('a laboratory check of a batch', () => {
  it('is missing, passed, failed, too old, waits for an officer, or cannot be told', () => {
    expect(state({})).toBe('missing')
    expect(tested({})).toBe('passed')
    expect(tested({ analyte: 'Chì' })).toBe('missing')
    expect(tested({ verdict: 'failed', state: 'declared' })).toBe('failed')
    // Whatever its producer says of it, the figure is over the market's limit.
    expect(tested({ result: '0,06' })).toBe('failed')
    expect(tested({ state: 'declared' })).toBe('waiting')
    expect(tested({ sampledOn: '2026-05-10' })).toBe('expired')
    expect(tested({ sampledOn: '2026-05-11' })).toBe('passed')
    expect(tested({ sampledOn: null })).toBe('undecided')
    expect(tested({ result: '0,02', unit: 'lạng', verdict: null })).toBe('undecided')
  })

  it('is held against the first day of all where its days reach beyond it', () => {
    const rules = [check({ days: 1_000_000_000, validFrom: null }), LIMIT]
    expect(state({ rules, facts: facts({ tests: [TEST] }) })).toBe('passed')
    expect(state({ rules, packedOn: '0001-01-05', today: '2026-06-12' })).toBe('missing')
  })

  it('is proved by a sample of each of its growing areas, of its own crop', () => {
    const samples = [SAMPLE]
    expect(state({ facts: facts({ samples }) })).toBe('passed')
    expect(state({ facts: facts({ samples }), areaIds: ['a', 'b'] })).toBe('missing')
    expect(
      state({ facts: facts({ samples: [{ ...SAMPLE, siteId: null }] }), areaIds: ['a', 'b'] }),
    ).toBe('passed')
    expect(state({ facts: facts({ samples: [{ ...SAMPLE, crop: 'mango' }] }) })).toBe('missing')
  })

  it('goes by the newest that says anything, of one day by the worse; a later failure counts', () => {
    const at = (on: string, verdict: 'passed' | 'failed') => ({ ...TEST, sampledOn: on, verdict })
    const of = (...tests: CheckFacts['tests']) => state({ facts: facts({ tests }) })
    expect(of(at('2026-06-01', 'failed'), at('2026-06-05', 'passed'))).toBe('passed')
    expect(of(at('2026-06-05', 'passed'), at('2026-06-05', 'failed'))).toBe('failed')
    expect(of(at('2026-06-05', 'passed'), at('2026-06-11', 'failed'))).toBe('failed')
    expect(
      of(at('2026-06-05', 'passed'), { ...TEST, state: 'declared', sampledOn: '2026-06-09' }),
    ).toBe('passed')
  })
})

describe('the other checks of a batch', () => {
  it('hold a whole residue sample against every limit, and pass nothing that has none', () => {
    const rules = [check({ proof: 'residue_sample', name: { vi: 'Mẫu dư lượng' } }), LIMIT]
    expect(state({ rules, facts: facts({ samples: [SAMPLE] }) })).toBe('passed')
    const more = {
      ...SAMPLE,
      results: [
        ...SAMPLE.results,
        { analyte: 'Lạ', relation: 'equal' as const, value: decimal('1'), unit: 'mg/kg' },
      ],
    }
    expect(state({ rules, facts: facts({ samples: [more] }) })).toBe('undecided')
  })

  it('want minutes of the season: of every growing area before harvest, else of the packing house', () => {
    const rules = [check({ proof: 'inspection', before: 'harvest', days: null })]
    const of = (
      given: Partial<Omit<typeof MINUTES, 'outcome'>> & { outcome?: 'passed' | 'failed' },
      before?: 'packing',
    ) =>
      state({
        rules: before === undefined ? rules : [check({ proof: 'inspection', before, days: null })],
        facts: facts({ inspections: [{ ...MINUTES, ...given }] }),
      })
    expect(of({})).toBe('passed')
    expect(of({ inspectedOn: '2026-06-09' })).toBe('missing')
    expect(of({ inspectedOn: '2026-01-31' })).toBe('expired')
    expect(of({ outcome: 'failed' })).toBe('failed')
    expect(of({}, 'packing')).toBe('missing')
    expect(of({ siteId: 'h', inspectedOn: '2026-06-10' }, 'packing')).toBe('passed')
  })

  it('take a producer’s own word where records are asked, and nowhere else', () => {
    const record = {
      ...{ id: 'w', checkKey: 'CHN:xu ly nhiet', outcome: 'passed' as const, doneOn: '2026-06-09' },
      ...{ doneBy: 'Xưởng', place: null, paperNo: null },
    }
    const rules = [check({ proof: 'record', name: { vi: 'Xử lý nhiệt' }, days: 3 })]
    const records = [record, { ...record, checkKey: 'CHN:cadmi' }]
    expect(state({ rules, facts: facts({ records }) })).toBe('passed')
    expect(state({ facts: facts({ records }) })).toBe('missing')
  })
})

describe('what holds a batch back', () => {
  it('is asked by the rules of its packing day, in its market and of its crop', () => {
    expect(judged({ packedOn: '2025-12-31' })).toEqual([])
    expect(judged({ markets: ['VNM', 'USA'] })).toEqual([])
    expect(judged({ crop: 'mango' })).toEqual([])
    const rules = [check({ validTo: '2026-06-10' })]
    expect(judged({ rules }).length).toBe(1)
    expect(judged({ rules, packedOn: '2026-06-11' })).toEqual([])
  })

  it('is nothing that is shipped with the software: those checks are doubtful, and only told of', () => {
    const shipped = judged({ rules: RULE_LIBRARY })
    expect(shipped.length).toBeGreaterThan(3)
    expect(shipped.every(({ isDoubtful, blocks }) => isDoubtful && !blocks)).toBe(true)
  })

  it('is told by the crop of the growing area where the product’s name says none', () => {
    expect(cropOfBatch({ productName: 'Sầu riêng Ri6', areaCrops: ['Xoài'] })).toBe('durian')
    expect(
      cropOfBatch({ productName: 'Hàng loại 1', areaCrops: ['Sầu riêng Ri6', 'sầu riêng'] }),
    ).toBe('durian')
    expect(cropOfBatch({ productName: 'Hàng loại 1', areaCrops: ['Sầu riêng', 'Xoài'] })).toBe(
      '@all',
    )
  })

  const allowance: CheckAllowance = {
    ...{ key: 'CHN:cadmi', state: 'missing', on: '2026-06-11', recordedAt: 1 },
    ...{ by: 'Chi cục', reason: 'Có phiếu giấy' },
  }

  it('is let through as it was seen or better, and never worse', () => {
    const [open] = judged({ allowances: [allowance] })
    expect([open?.state, open?.blocks, open?.allowance?.by]).toEqual(['missing', false, 'Chi cục'])
    const [failed] = judged({
      allowances: [allowance],
      facts: facts({ tests: [{ ...TEST, verdict: 'failed' }] }),
    })
    expect([failed?.state, failed?.blocks, failed?.allowance]).toEqual(['failed', true, null])
    expect(judged({ allowances: [{ ...allowance, key: 'USA:cadmi' }] })[0]?.blocks).toBe(true)
  })

  const days = fc
    .integer({ min: 1, max: 28 })
    .map((day) => `2026-0${1 + (day % 6)}-${String(day).padStart(2, '0')}`)
  const tests = fc.array(
    fc.record({
      ...{
        id: fc.string(),
        analyte: fc.constantFrom('Cd', 'Cadmi', 'Chì'),
        unit: fc.constant('mg/kg'),
      },
      ...{
        result: fc.constantFrom('0,02', '0,9', 'KPH', '?'),
        laboratory: fc.constant(null),
        number: fc.constant(null),
      },
      verdict: fc.constantFrom('passed' as const, 'failed' as const, null),
      state: fc.constantFrom('declared' as const, 'confirmed' as const),
      sampledOn: fc.option(days),
    }),
    { maxLength: 6 },
  )

  it('stands whatever the order of its proofs; a new pass never adds to it, a doubtful rule never does', () => {
    fc.assert(
      fc.property(tests, fc.option(fc.integer({ min: 0, max: 90 })), (some, within) => {
        const rules = [check({ days: within }), LIMIT]
        const [one] = judged({ rules, facts: facts({ tests: some }) })
        const [turned] = judged({ rules, facts: facts({ tests: some.toReversed() }) })
        expect(turned?.state).toBe(one?.state)
        expect(one?.blocks).toBe(one?.state !== 'passed')
        expect((one?.proof === null) === (one?.state === 'missing')).toBe(true)
        const undated = some.some(({ sampledOn }) => sampledOn === null)
        const best = { ...TEST, sampledOn: '2026-06-30' }
        const [better] = judged({
          ...{ rules, facts: facts({ tests: [...some, best] }), today: '2026-06-30' },
        })
        if (!undated) expect(better?.state).toBe('passed')
        const doubtful = [check({ days: within, isDoubtful: true }), LIMIT]
        expect(judged({ rules: doubtful, facts: facts({ tests: some }) })[0]?.blocks).toBe(false)
        for (const seen of CHECK_STATES) {
          const [let_] = judged({
            ...{
              rules,
              facts: facts({ tests: some }),
              allowances: [{ ...allowance, state: seen }],
            },
          })
          const isWorse = CHECK_STATES.indexOf(one?.state ?? 'failed') < CHECK_STATES.indexOf(seen)
          expect(let_?.blocks).toBe(one?.state !== 'passed' && isWorse)
        }
      }),
      { numRuns: 150, seed: 7 },
    )
  })
})
