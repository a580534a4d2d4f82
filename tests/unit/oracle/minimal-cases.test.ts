import { describe, expect, it } from 'vitest'
import { decideStanding } from '../../../worker/domain/standing/decide-standing.ts'
import { areaOf, eventOf, factsOf, TODAY } from '../../support/conformance/standing-facts.ts'

const AFTER_PACKING = '2026-03-20'
const LONG_BEFORE = '2026-01-01'

/** Single cases that the comparison with the oracle came upon, with the sentence each rests on. */
describe('a decision that takes effect after the packing day', () => {
  // "`packedOn` decides for areas and houses"; "VNM needs none".
  it('does not stop goods sold at home that were packed before a domestic grant', () => {
    const before = [eventOf('CHN', 'active', LONG_BEFORE)]
    const grant = eventOf('VNM', 'active', AFTER_PACKING)
    for (const events of [before, [...before, grant]]) {
      const decision = decideStanding(factsOf({ codes: [areaOf('A', events)] }), TODAY)
      expect(decision.reasons.map(({ code }) => code)).toEqual([])
      expect(decision.standing).toBe('clear')
    }
  })

  // "every named site needs a code there: where one has none"; this site had one.
  it('does not stop goods of a site that had a code, when it is granted a second one', () => {
    const codes = [
      areaOf('A', [eventOf('CHN', 'active', LONG_BEFORE)], 'site'),
      areaOf('B', [eventOf('CHN', 'active', AFTER_PACKING)], 'site'),
    ]
    const decision = decideStanding(factsOf({ codes }), TODAY)
    expect(decision.reasons.map(({ code }) => code)).toEqual([])
  })

  it('leaves an export market stopped for a site that had no code there', () => {
    const codes = [areaOf('A', [eventOf('CHN', 'active', AFTER_PACKING)])]
    const [reason, ...others] = decideStanding(factsOf({ codes }), TODAY).reasons
    expect(others).toEqual([])
    expect(reason).toMatchObject({ since: null, market: 'CHN', severity: 'stop' })
  })
})

describe('a key revoked from a day ahead', () => {
  // "`since` is the first day on which the reason holds".
  it('is no reason before that day', () => {
    const keyRevokedFrom = Date.parse(`${TODAY}T00:00:00+07:00`) + 3 * 86_400_000
    const label = { runIds: ['run'], serial: 1, keyRevokedFrom, keyRevokedAt: 1 }
    const reasonsOn = (day: string) => decideStanding(factsOf({ label }), day).reasons
    expect(reasonsOn(TODAY).map(({ code }) => code)).toEqual([])
    expect(reasonsOn('2026-04-13').map(({ code }) => code)).toEqual(['key_revoked'])
  })
})
