import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Authorisation,
  authorisationFor,
  leftKgOf,
  type Use,
} from '../../../worker/domain/code-use/authorisation-for.ts'
import { ruleOnUse } from '../../../worker/domain/code-use/judge-code-use.ts'
import { RULE_LIBRARY } from '../../../worker/domain/market-rules/library.ts'
import type { MarketRule } from '../../../worker/domain/market-rules/market-rule.ts'
import { countedKg } from '../../../worker/domain/quota/counted-kg.ts'
import {
  carriedOverOf,
  cropOfGoods,
  goesPast,
  plantedTo,
  quotaOf,
} from '../../../worker/domain/quota/quota-of.ts'
import {
  type QuotaFacts,
  quotaOfSite,
  quotasByMarket,
} from '../../../worker/domain/quota/quota-of-site.ts'
import { yieldCeilingOn } from '../../../worker/domain/quota/yield-ceilings.ts'
import { toDecimal } from '../../../worker/lib/measure/decimal.ts'

const USE: Use = {
  packedOn: '2026-06-10',
  declaredAt: 1_000,
  markets: ['CHN', 'VNM'],
  quantityKg: 400,
}
const GIVEN: Authorisation = {
  id: 'a',
  siteId: 's',
  organisationId: 'packer',
  fromOn: '2026-01-01',
  toOn: '2026-12-31',
  markets: [],
  quantityKg: null,
  usedKg: 0,
  revokedAt: null,
}

function answer(given: Partial<Authorisation>, use: Partial<Use> = {}) {
  const found = authorisationFor({ ...USE, ...use }, [{ ...GIVEN, ...given }])
  return found.ok ? 'ok' : found.fault
}

describe('an authorisation to use a code', () => {
  it.each([
    ['runs on its first day', { fromOn: '2026-06-10' }, {}, 'ok'],
    ['runs on its last day', { toOn: '2026-06-10' }, {}, 'ok'],
    ['has no end', { toOn: null }, {}, 'ok'],
    ['begins later', { fromOn: '2026-06-11' }, {}, 'none'],
    ['ended before', { toOn: '2026-06-09' }, {}, 'none'],
    ['names every destination', { markets: ['VNM', 'CHN'] }, {}, 'ok'],
    ['lacks a destination', { markets: ['CHN'] }, {}, 'other_market'],
    [
      'is for the union, of which the destination is',
      { markets: ['EU'] },
      { markets: ['FRA'] },
      'ok',
    ],
    ['is for a member, not the union', { markets: ['FRA'] }, { markets: ['EU'] }, 'other_market'],
    ['has room for the last kilogram', { quantityKg: 1_000, usedKg: 600 }, {}, 'ok'],
    ['lacks a gram', { quantityKg: 1_000, usedKg: 600.001 }, {}, 'quantity'],
    [
      'is limited, of goods not by mass',
      { quantityKg: 1_000 },
      { quantityKg: null },
      'not_by_mass',
    ],
    ['is not limited, of goods not by mass', {}, { quantityKg: null }, 'ok'],
    ['was taken back after the batch was on record', { revokedAt: 1_001 }, {}, 'ok'],
    ['was taken back before', { revokedAt: 1_000 }, {}, 'revoked'],
    ['was taken back and ended', { revokedAt: 1_001, toOn: '2026-06-09' }, {}, 'revoked'],
  ] satisfies [string, Partial<Authorisation>, Partial<Use>, string][])(
    '%s',
    (_, given, use, expected) => {
      expect(answer(given, use)).toBe(expected)
    },
  )

  it('of several is the one that covers the batch; else what the nearest lacks is told', () => {
    const full = { ...GIVEN, id: 'full', quantityKg: 100, usedKg: 100 }
    const found = authorisationFor(USE, [full, { ...GIVEN, id: 'free' }])
    expect(found).toMatchObject({ ok: true, authorisation: { id: 'free' } })
    const over = { ...GIVEN, id: 'over', toOn: '2026-01-31' }
    expect(authorisationFor(USE, [over, full])).toMatchObject({
      ...{ ok: false, fault: 'quantity', authorisation: { id: 'full' } },
    })
    expect(authorisationFor(USE, [])).toEqual({ ok: false, fault: 'none', authorisation: null })
  })

  it('is never used past its quantity, whatever is packed under it in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 30 }), (batches) => {
        let usedKg = 0
        for (const quantityKg of batches) {
          const given = { ...GIVEN, quantityKg: 2_000, usedKg }
          if (authorisationFor({ ...USE, quantityKg }, [given]).ok) usedKg += quantityKg
          else expect(quantityKg).toBeGreaterThan(leftKgOf(given) ?? 0)
        }
        expect(usedKg).toBeLessThanOrEqual(2_000)
      }),
      { numRuns: 200, seed: 3 },
    )
  })

  it('counts what comes through a source that was not sealed against its own', () => {
    const used = { codeId: 'c', code: 'VN-AGOR-0001', siteId: 's', holderId: 'holder' }
    const batch = { packedOn: USE.packedOn, declaredAt: 1, annulled: false, codes: [used] }
    const facts = {
      batches: [
        { ...batch, id: 'b', organisationId: 'trader', checked: false, sourceIds: ['m'] },
        { ...batch, id: 'm', organisationId: 'packer', checked: false, sourceIds: [] },
      ],
      memberships: [],
      authorisations: [{ ...GIVEN, quantityKg: 500 }],
    }
    const asked = { batchId: 'b', codeId: 'c', markets: ['CHN'] }
    expect(ruleOnUse(facts, { ...asked, quantityKg: 500 })).toEqual({
      ...{ entitlement: 'source', authorisationId: 'a' },
    })
    expect(ruleOnUse(facts, { ...asked, quantityKg: 501 }).entitlement).toBeNull()
  })
})

describe('the quota of a growing area', () => {
  const MANGO = { name: 'Xoài', cropFolded: 'xoai', plantedHa: 10 }
  const FACTS: QuotaFacts = {
    areaHa: 12,
    crops: [MANGO, { name: 'Chuối', cropFolded: 'chuoi', plantedHa: 2 }],
    packed: [
      { crop: 'xoai', kg: 1_000 },
      { crop: 'chuoi', kg: 9_000 },
      { crop: null, kg: 5 },
    ],
    packedBefore: [{ crop: 'xoai', kg: 100_000 }],
    yieldsBefore: [{ crop: 'xoai', kg: 120_000 }],
    ceilings: RULE_LIBRARY,
  }

  it('is hectares times the ceiling in tonnes, with what was carried over', () => {
    const quota = quotaOf({
      ...{ plantedHa: 10, ceilingTPerHa: 25, intercropShare: 1 },
      ...{ carriedOverKg: 1_500, packedKg: 200_000 },
    })
    expect(quota).toMatchObject({ allowedKg: 251_500, leftKg: 51_500 })
    expect([goesPast(quota, 51_500), goesPast(quota, 51_500.001)]).toEqual([false, true])
  })

  it('holds up nothing that adds nothing to it, though more went out already', () => {
    const [packedAnew, oneGram] = [0, 0.001]
    expect([goesPast({ leftKg: -5 }, packedAnew), goesPast({ leftKg: -5 }, oneGram)]).toEqual([
      false,
      true,
    ])
  })

  it('knows mango and durian, by kind too, and no other crop', () => {
    const on = (crop: string, market: string | null = 'CHN') =>
      yieldCeilingOn(RULE_LIBRARY, { crop, market, day: '2026-06-10' })
    expect([on('xoai'), on('xoai cat hoa loc'), on('sau rieng'), on('xoaicat'), on('lua')]).toEqual(
      [...[25, 25, 30, null, null]],
    )
    expect([on('Xoài', null), on('Sầu riêng', 'VNM'), on('Dứa', null)]).toEqual([25, 30, null])
  })

  it('of crops that stand between one another shares the land', () => {
    const crops = [
      { cropFolded: 'sau rieng', plantedHa: 10 },
      { cropFolded: 'ca phe', plantedHa: 10 },
    ]
    const share = (areaHa: number | null) => plantedTo('sau rieng', { areaHa, crops })
    expect(share(10)).toEqual({ plantedHa: 10, intercropShare: 0.5 })
    expect(share(25)).toEqual({ plantedHa: 10, intercropShare: 1 })
    expect(share(null)).toEqual({ plantedHa: 10, intercropShare: 1 })
  })

  it('takes the whole land of an only crop, and guesses nothing of several', () => {
    const one = { ...MANGO, plantedHa: null }
    expect(plantedTo('xoai', { areaHa: 4, crops: [one] })?.plantedHa).toBe(4)
    const two = [one, { cropFolded: 'chuoi', plantedHa: null }]
    expect(plantedTo('xoai', { areaHa: 4, crops: two })).toBeNull()
    expect(plantedTo('nhan', { areaHa: 4, crops: [one] })).toBeNull()
  })

  it('carries over what was harvested and not packed, within what that year had left', () => {
    const carried = (yieldKg: number | null, packedKg: number) =>
      carriedOverOf({ yieldKg, packedKg, allowedKg: 100 })
    expect([carried(80, 50), carried(200, 50), carried(40, 50), carried(null, 0)]).toEqual([
      ...[30, 50, 0, 0],
    ])
  })

  it('is of the year and crop alone, and not known without hectares or a ceiling', () => {
    const asked = { markets: ['CHN'], day: '2026-06-10' }
    expect(quotaOfSite(FACTS, { ...asked, crop: 'xoai' })).toMatchObject({
      ...{ carriedOverKg: 20_000, allowedKg: 270_000, packedKg: 1_000 },
    })
    expect(quotaOfSite(FACTS, { ...asked, crop: 'chuoi' })).toBeNull()
  })

  it('goes by an officer’s ceiling from its day on, in its market, and has none once it is lifted', () => {
    const [shipped] = RULE_LIBRARY.filter(({ id }) => id === 'lib:mango-yield')
    if (shipped === undefined) throw new Error('no ceiling of mango is shipped')
    const own = (id: string, given: Partial<MarketRule>): MarketRule => ({
      ...shipped,
      ...{ id, recordedAt: 1, isDoubtful: false },
      ...given,
    })
    const tonnes = (text: string) => {
      const tonnesPerHa = toDecimal(text)
      if (tonnesPerHa === null) throw new Error(text)
      return { kind: 'yield_ceiling', tonnesPerHa } as const
    }
    const ceilings = [
      ...RULE_LIBRARY,
      own('all', { validFrom: '2026-06-01', value: tonnes('20') }),
      own('china', { market: 'CHN', validFrom: '2026-07-01', value: tonnes('12.5') }),
      own('none', { validFrom: '2027-01-01', isLifted: true }),
    ]
    const facts = { ...FACTS, ceilings, packedBefore: [], yieldsBefore: [] }
    const allowed = (day: string, ...markets: string[]) =>
      quotaOfSite(facts, { crop: 'xoai', markets, day })?.allowedKg
    expect([allowed('2026-05-31'), allowed('2026-06-01')]).toEqual([250_000, 200_000])
    expect([allowed('2026-06-30', 'CHN'), allowed('2026-07-01', 'CHN')]).toEqual([200_000, 125_000])
    // Of several destinations the lowest; of another one what holds for all.
    expect([allowed('2026-07-01', 'JPN', 'CHN'), allowed('2026-07-01', 'JPN')]).toEqual([
      ...[125_000, 200_000],
    ])
    expect([allowed('2027-01-01'), allowed('2027-01-01', 'CHN')]).toEqual([undefined, 125_000])
    const shown = (day: string, ...markets: string[]) =>
      quotasByMarket(facts, { crop: 'xoai', markets, day }).map((each) => [
        each.markets.join('+'),
        each.quota?.leftKg,
      ])
    // Destinations of one ceiling stand together, whatever their order; without any, what holds for all.
    expect(shown('2026-07-01', 'JPN', 'CHN', 'AUS', 'CHN')).toEqual([
      ['AUS+JPN', 199_000],
      ['CHN', 124_000],
    ])
    expect(shown('2026-06-01', 'JPN', 'CHN')).toEqual([['CHN+JPN', 199_000]])
    expect(shown('2027-01-01', 'JPN', 'CHN')).toEqual([
      ['CHN', 124_000],
      ['JPN', undefined],
    ])
    expect(shown('2026-07-01')).toEqual([['', 199_000]])
  })

  it('counts goods as the crop that the product names', () => {
    const crops = [
      { cropFolded: 'xoai', plantedHa: 1 },
      { cropFolded: 'xoai keo', plantedHa: 1 },
      { cropFolded: 'chuoi', plantedHa: 1 },
    ]
    expect(cropOfGoods('xoai keo loai 1', crops)).toBe('xoai keo')
    expect(cropOfGoods('xoai cat', crops)).toBe('xoai')
    expect(cropOfGoods('xoai va chuoi say', crops)).toBeNull()
    expect(cropOfGoods('mit', crops)).toBeNull()
    expect(cropOfGoods('mit', crops.slice(0, 1))).toBe('xoai')
  })

  it('shares a batch of several areas by their harvests, else evenly, and counts nothing twice', () => {
    const batch = { totalKg: 900, siteIds: ['a', 'b'], harvested: [], countedBefore: [] }
    const counted = (given: Partial<Parameters<typeof countedKg>[0]>) => [
      ...countedKg({ ...batch, ...given }).values(),
    ]
    expect(counted({})).toEqual([450, 450])
    const harvested = [
      { siteId: 'a', kg: 200 },
      { siteId: 'b', kg: 100 },
    ]
    expect(counted({ harvested })).toEqual([600, 300])
    expect(counted({ harvested: harvested.slice(0, 1) })).toEqual([450, 450])
    expect(counted({ countedBefore: [{ siteId: 'a', kg: 500 }] })).toEqual([0, 450])
    expect(counted({ totalKg: null })).toEqual([null, null])
  })
})
