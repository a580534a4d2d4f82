import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  landsMeet,
  type SeasonSpan,
  type SeasonWork,
  seasonOf,
  seasonsOverlap,
} from '../../../worker/domain/seasons/season-of.ts'
import { isInForce } from '../../../worker/domain/seasons/standards.ts'

const MANGO: SeasonSpan = {
  id: 'mango',
  siteId: 's',
  householdId: null,
  plotFolded: null,
  cropFolded: 'xoai',
  startsOn: '2026-01-01',
  expectedToOn: '2026-06-30',
  endedOn: null,
}
const WORK: SeasonWork = {
  siteId: 's',
  householdId: null,
  plotFolded: null,
  cropFolded: null,
  occurredOn: '2026-03-01',
}

const land = fc.record({
  siteId: fc.constantFrom('s', 't'),
  householdId: fc.constantFrom(null, 'a', 'b'),
  plotFolded: fc.constantFrom(null, 'lo 1', 'lo 2'),
})
const day = fc.constantFrom('2026-01-01', '2026-03-01', '2026-06-30', '2026-07-01', '2026-12-31')
const span: fc.Arbitrary<SeasonSpan> = fc
  .tuple(land, day, day, fc.constantFrom('xoai', 'oi'), fc.boolean(), fc.uuid())
  .map(([on, a, b, cropFolded, isOpen, id]) => {
    const [startsOn, last] = a <= b ? [a, b] : [b, a]
    return { ...on, id, cropFolded, startsOn, expectedToOn: last, endedOn: isOpen ? null : last }
  })

describe('ground of seasons', () => {
  it('is shared by a whole site with each of its parts, never by two households', () => {
    const household = { siteId: 's', householdId: 'a', plotFolded: null }
    expect(landsMeet(MANGO, household)).toBe(true)
    expect(landsMeet(household, { ...household, householdId: 'b' })).toBe(false)
    expect(landsMeet(household, { ...household, plotFolded: 'lo 1' })).toBe(true)
    expect(landsMeet({ ...MANGO, siteId: 't' }, household)).toBe(false)
  })

  it('is shared both ways, and overlaps are told both ways', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        expect(landsMeet(a, b)).toBe(landsMeet(b, a))
        expect(seasonsOverlap(a, b)).toBe(seasonsOverlap(b, a))
        expect(seasonsOverlap(a, a)).toBe(true)
      }),
    )
  })
})

describe('the season of some work', () => {
  it('is the one that had begun and not ended on its ground', () => {
    expect(seasonOf(WORK, [MANGO])?.id).toBe('mango')
    expect(seasonOf({ ...WORK, occurredOn: '2025-12-31' }, [MANGO])).toBeNull()
    expect(
      seasonOf({ ...WORK, occurredOn: '2026-05-02' }, [{ ...MANGO, endedOn: '2026-05-01' }]),
    ).toBeNull()
    expect(seasonOf({ ...WORK, siteId: 't' }, [MANGO])).toBeNull()
  })

  it('goes on past the expected end while nobody closed it, until the next one begins', () => {
    const next = { ...MANGO, id: 'next', startsOn: '2026-08-01', expectedToOn: '2026-12-31' }
    expect(seasonOf({ ...WORK, occurredOn: '2026-07-20' }, [MANGO, next])?.id).toBe('mango')
    expect(seasonOf({ ...WORK, occurredOn: '2026-08-01' }, [MANGO, next])?.id).toBe('next')
  })

  it('is not guessed where crops grow together, nor between households', () => {
    const guava = { ...MANGO, id: 'guava', cropFolded: 'oi' }
    expect(seasonOf(WORK, [MANGO, guava])).toBeNull()
    expect(seasonOf({ ...WORK, cropFolded: 'oi' }, [MANGO, guava])?.id).toBe('guava')
    const [a, b] = ['a', 'b'].map((householdId) => ({ ...MANGO, id: householdId, householdId }))
    if (a === undefined || b === undefined) throw new Error('no seasons')
    expect(seasonOf(WORK, [a, b])).toBeNull()
    expect(seasonOf({ ...WORK, householdId: 'b' }, [a, b])?.id).toBe('b')
  })

  it('is one of those given, holds its day, and does not depend on their order', () => {
    const work = fc.record({
      siteId: fc.constantFrom('s', 't'),
      householdId: fc.constantFrom(null, 'a', 'b'),
      plotFolded: fc.constantFrom(null, 'lo 1'),
      cropFolded: fc.constantFrom(null, 'xoai', 'oi'),
      occurredOn: day,
    })
    fc.assert(
      fc.property(work, fc.array(span, { maxLength: 6 }), (done, seasons) => {
        // Seasons that stand together never overlap.
        const kept: SeasonSpan[] = []
        for (const each of seasons) {
          if (kept.every((other) => !seasonsOverlap(each, other))) kept.push(each)
        }
        const found = seasonOf(done, kept)
        expect(seasonOf(done, kept.toReversed())?.id).toBe(found?.id)
        if (found === null) return
        expect(found.startsOn <= done.occurredOn).toBe(true)
        expect(found.endedOn === null || done.occurredOn <= found.endedOn).toBe(true)
      }),
    )
  })
})

describe('editions of VietGAP', () => {
  it('follow one another on 8 July 2026 without a day between them', () => {
    expect(isInForce('vietgap_2017', '2026-07-07')).toBe(true)
    expect(isInForce('vietgap_2017', '2026-07-08')).toBe(false)
    expect(isInForce('vietgap_2026', '2026-07-08')).toBe(true)
    expect(isInForce('vietgap_2026', '2026-07-07')).toBe(false)
  })
})
