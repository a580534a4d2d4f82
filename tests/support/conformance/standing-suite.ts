import { describe, expect, it } from 'vitest'
import { decideStanding } from '../../../worker/domain/standing/decide-standing.ts'
import { DAY_CASES } from './day-cases.ts'
import { SCOPE_CASES } from './scope-cases.ts'
import { REASON_CASES, type StandingCase } from './standing-cases.ts'
import { TODAY } from './standing-facts.ts'

/** The table of cases of `decideStanding`, for every runtime. */
export function standingConformance(): void {
  describe('standing: each reason alone', () => table(REASON_CASES))
  describe('standing: days, late records and corrections', () => table(DAY_CASES))
  describe('standing: markets, sites, labels and ranges', () => table(SCOPE_CASES))
}

function table(cases: readonly StandingCase[]): void {
  it.each(cases)('$name: $standing', ({ facts, today, standing, markets, reasons }) => {
    const decision = decideStanding(facts, today ?? TODAY)
    expect({
      standing: decision.standing,
      markets: decision.markets,
      reasons: decision.reasons.map(({ code, market }) => (market ? `${code}@${market}` : code)),
    }).toEqual({
      standing,
      markets: facts.markets.map((market, i) => ({ market, standing: markets[i] })),
      reasons,
    })
    for (const { text } of decision.reasons) {
      expect(Object.values(text).every((sentence) => sentence.trim() !== '')).toBe(true)
    }
  })
}
