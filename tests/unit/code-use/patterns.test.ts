import { describe, expect, it } from 'vitest'
import { afterLook } from '../../../worker/domain/patterns/after-look.ts'
import {
  bareRegion,
  isHomeRegion,
  manyPackers,
  nearCeiling,
  openedElsewhere,
  outOfSeason,
  overlappingAreas,
  sharedHouseholds,
} from '../../../worker/domain/patterns/detectors.ts'
import { quotaOf } from '../../../worker/domain/quota/quota-of.ts'

describe('a pattern in the use of codes', () => {
  it('is one code in many packing houses, each counted once', () => {
    const packers = (...ids: string[]) => ids.map((packerId) => ({ packerId, kg: 100 }))
    expect(manyPackers(packers('a', 'b', 'c', 'c', 'c'))).toBeNull()
    expect(manyPackers(packers('a', 'b', 'c', 'd'))).toMatchObject({
      ...{ level: 4, figures: { packers: 4, packedKg: 400 } },
    })
  })

  it('is packing to just under the ceiling', () => {
    const packed = (packedKg: number) =>
      nearCeiling(
        quotaOf({
          ...{ plantedHa: 1, ceilingTPerHa: 25, intercropShare: 1, carriedOverKg: 0, packedKg },
        }),
      )
    expect([packed(23_749)?.level, packed(23_750)?.level]).toEqual([undefined, 95])
    expect(nearCeiling(null)).toBeNull()
  })

  it('is a harvest outside every season, with some days to spare', () => {
    const windows = [{ from: 100, to: 150 }]
    const on = (day: number, kg = 600) => [{ day, on: '2026-01-01', kg }]
    expect(outOfSeason(on(86), windows)).toBeNull()
    expect(outOfSeason(on(85), windows)).toMatchObject({ level: 600, figures: { harvests: 1 } })
    expect(outOfSeason(on(165), windows)?.level).toBe(600)
    expect(outOfSeason(on(165, 499), windows)).toBeNull()
    expect(outOfSeason(on(165), [])).toBeNull()
  })

  it('is labels opened where the goods do not go', () => {
    const opens = [
      { isHome: true, visitors: 15 },
      { isHome: false, visitors: 5 },
    ]
    const ofExport = { isForHome: false, isForExport: true }
    expect(openedElsewhere({ ...ofExport, opens })?.level).toBe(75)
    expect(openedElsewhere({ ...ofExport, opens: opens.slice(0, 1) })).toBeNull()
    expect(openedElsewhere({ isForHome: true, isForExport: false, opens })).toBeNull()
    expect(openedElsewhere({ isForHome: true, isForExport: true, opens })).toBeNull()
  })

  it('knows a province of Viet Nam by its English spelling', () => {
    const provinces = new Set(['tinh an giang', 'thanh pho ha noi'].map(bareRegion))
    const isHome = (region: string) => isHomeRegion(region, provinces)
    expect(['hanoi', 'an giang', 'an giang province', 'guangdong'].map(isHome)).toEqual([
      ...[true, true, true, false],
    ])
    expect(isHome('')).toBeNull()
  })

  it('is two areas over one another, more than a line drawn differently', () => {
    expect(overlappingAreas({ overlapHa: 0.4, smallerHa: 10 })).toBeNull()
    expect(overlappingAreas({ overlapHa: 0.05, smallerHa: 0.1 })).toBeNull()
    expect(overlappingAreas({ overlapHa: 0.5, smallerHa: 10 })?.figures['percent']).toBe(5)
  })

  it('is several households on two lists', () => {
    expect(sharedHouseholds({ shared: 2, households: 30 })).toBeNull()
    expect(sharedHouseholds({ shared: 3, households: 30 })?.level).toBe(3)
  })

  it('that was dismissed stays so until it is a quarter stronger', () => {
    const detected = (level: number) => ({ level, figures: {} })
    const dismissed = { state: 'dismissed', level: 4, dismissedLevel: 4 } as const
    expect(afterLook(dismissed, detected(4.9)).kind).toBe('nothing')
    expect(afterLook(dismissed, detected(5)).kind).toBe('again')
    expect(afterLook(dismissed, null).kind).toBe('nothing')
  })

  it('follows its figures while it is open, and goes with them', () => {
    const detected = { level: 5, figures: {} }
    const open = { state: 'open', level: 4, dismissedLevel: null } as const
    expect(afterLook(null, detected).kind).toBe('found')
    expect(afterLook(null, null).kind).toBe('nothing')
    expect(afterLook(open, detected).kind).toBe('changed')
    expect(afterLook({ ...open, level: 5 }, detected).kind).toBe('nothing')
    expect(afterLook(open, null).kind).toBe('gone')
    expect(afterLook({ ...open, state: 'gone' }, detected).kind).toBe('again')
    expect(afterLook({ ...open, state: 'case' }, null).kind).toBe('nothing')
  })
})
