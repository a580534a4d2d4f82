import { describe, expect, it } from 'vitest'
import { decideStanding } from '../../../worker/domain/standing/decide-standing.ts'
import type { StatusEvent } from '../../../worker/domain/standing/types.ts'
import { areaOf, eventOf, factsOf, TODAY } from '../../support/conformance/standing-facts.ts'

const AFTER_PACKING = '2026-03-20'
const LONG_BEFORE = '2026-01-01'

/** Single cases that the comparison with the oracle came upon, with the sentence each rests on. */
describe('a decision that takes effect after the packing day', () => {
  // "Only its own codes in those markets give reasons"; "`packedOn` decides for areas and houses".
  it('stops goods packed under a code before it was granted, at home as abroad', () => {
    const before = [eventOf('CHN', 'active', LONG_BEFORE)]
    const grant = eventOf('VNM', 'active', AFTER_PACKING)
    const reasonsWith = (events: StatusEvent[]) =>
      decideStanding(factsOf({ codes: [areaOf('A', events)] }), TODAY).reasons
    expect(reasonsWith(before)).toEqual([])
    const [reason, ...others] = reasonsWith([...before, grant])
    expect(others).toEqual([])
    expect(reason).toMatchObject({ since: null, market: 'VNM', severity: 'stop' })
  })

  it('leaves an export market stopped for a site that had no code there', () => {
    const codes = [areaOf('A', [eventOf('CHN', 'active', AFTER_PACKING)])]
    const [reason, ...others] = decideStanding(factsOf({ codes }), TODAY).reasons
    expect(others).toEqual([])
    expect(reason).toMatchObject({ since: null, market: 'CHN', severity: 'stop' })
  })
})

describe('a key revoked from a day ahead', () => {
  it('is told at once, with the day from which it holds', () => {
    const keyRevokedFrom = Date.parse(`${TODAY}T00:00:00+07:00`) + 3 * 86_400_000
    const label = { runIds: ['run'], serial: 1, keyRevokedFrom, keyRevokedAt: 1 }
    expect(decideStanding(factsOf({ label }), TODAY).reasons).toMatchObject([
      { code: 'key_revoked', since: '2026-04-13', recordedAt: 1 },
    ])
  })
})
