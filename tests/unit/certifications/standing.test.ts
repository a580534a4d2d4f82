import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CERTIFICATION_STATES } from '../../../worker/domain/certifications/kinds.ts'
import {
  type CertificationFacts,
  certificationOn,
  isMarkAllowed,
  isOcopMarkAllowed,
} from '../../../worker/domain/certifications/standing.ts'
import { addDays, calendarDateOf } from '../../../worker/lib/time/calendar-date.ts'

const START = calendarDateOf(2026, 1, 1)
if (START === null) throw new Error('no such day')
const first = START

const day = fc.integer({ min: 0, max: 60 }).map((after) => addDays(first, after))
const facts: fc.Arbitrary<CertificationFacts> = fc.record({
  state: fc.constantFrom(...CERTIFICATION_STATES),
  issuedOn: fc.option(day),
  expiresOn: fc.option(day),
  revokedOn: fc.option(day),
})

const HELD: CertificationFacts = {
  state: 'confirmed',
  issuedOn: '2026-01-10',
  expiresOn: '2026-01-20',
  revokedOn: null,
}

describe('a certification on a day', () => {
  it.each([
    ['2026-01-09', 'confirmed', false],
    ['2026-01-10', 'confirmed', true],
    ['2026-01-20', 'confirmed', true],
    ['2026-01-21', 'expired', false],
  ] as const)('on %s is %s, and gives its mark: %s', (on, standing, mark) => {
    expect(certificationOn(HELD, on)).toBe(standing)
    expect(isMarkAllowed(HELD, on)).toBe(mark)
  })

  it('that was taken away from a day on keeps its mark before that day', () => {
    const revoked = { ...HELD, revokedOn: '2026-01-15' }
    expect(['2026-01-14', '2026-01-15'].map((on) => certificationOn(revoked, on))).toEqual([
      'confirmed',
      'withdrawn',
    ])
    expect(['2026-01-14', '2026-01-15'].map((on) => isMarkAllowed(revoked, on))).toEqual([
      true,
      false,
    ])
  })

  it('gives no mark unless it was confirmed, however its days fall', () => {
    fc.assert(
      fc.property(facts, day, (given, on) => {
        if (isMarkAllowed(given, on)) expect(given.state).toBe('confirmed')
        if (given.state !== 'confirmed') expect(certificationOn(given, on)).toBe(given.state)
      }),
    )
  })

  it('gives no mark on a day on which it is expired or withdrawn', () => {
    fc.assert(
      fc.property(facts, day, (given, on) => {
        const isOver = certificationOn(given, on) !== 'confirmed'
        if (isOver) expect(isMarkAllowed(given, on)).toBe(false)
      }),
    )
  })

  it('once over is over on every later day', () => {
    fc.assert(
      fc.property(facts, day, day, (given, one, other) => {
        const [before, after] = one <= other ? [one, other] : [other, one]
        const was = certificationOn(given, before)
        if (was === 'expired' || was === 'withdrawn') {
          expect(certificationOn(given, after)).toBeOneOf(['expired', 'withdrawn'])
        }
      }),
    )
  })

  it('shows OCOP stars from three on', () => {
    const on = '2026-01-15'
    expect([2, 3, 5].map((stars) => isOcopMarkAllowed({ ...HELD, stars }, on))).toEqual([
      false,
      true,
      true,
    ])
  })
})
