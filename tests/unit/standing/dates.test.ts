import { describe, expect, it } from 'vitest'
import { decideStanding } from '../../../worker/domain/standing/decide-standing.ts'
import {
  areaOf,
  EXPIRES_ON,
  eventOf,
  factsOf,
  goodEvents,
  PACKED_ON,
} from '../../support/conformance/standing-facts.ts'

describe('since and recordedAt', () => {
  it('of goods past their date is the day after the last day of use, which the words name', () => {
    const [reason] = decideStanding(factsOf(), '2026-07-01').reasons
    expect(reason).toMatchObject({ code: 'batch_expired', since: '2026-06-02', recordedAt: null })
    expect(EXPIRES_ON).toBe('2026-06-01')
    expect(reason?.text.vi).toContain('01/06/2026')
  })

  it('of a market without a code are unknown', () => {
    const facts = factsOf({ markets: ['USA'], codes: [areaOf('A', goodEvents())] })
    const [reason] = decideStanding(facts, PACKED_ON).reasons
    expect(reason).toMatchObject({ market: 'USA', since: null, recordedAt: null })
    expect(reason?.text.vi).toContain('chưa được cấp')
  })

  it('of a revoked key are the day it is revoked from and the instant that was recorded', () => {
    const keyRevokedFrom = Date.parse('2026-04-01T17:30:00Z')
    const keyRevokedAt = Date.parse('2026-04-08T03:00:00Z')
    const label = { runIds: ['run'], serial: 7, keyRevokedFrom, keyRevokedAt }
    const [reason] = decideStanding(factsOf({ label }), '2026-04-10').reasons
    expect(reason).toMatchObject({ since: '2026-04-02', recordedAt: keyRevokedAt })
  })

  it('of a member state of the union are those of the decision that counts, under the destination', () => {
    const events = [
      eventOf('EU', 'active', '2026-01-01'),
      eventOf('DEU', 'active', '2026-01-01'),
      eventOf('EU', 'suspended', '2026-02-10', { documentNo: '7/TB' }),
    ]
    const facts = factsOf({ markets: ['DEU'], codes: [areaOf('A', events)] })
    const [reason] = decideStanding(facts, PACKED_ON).reasons
    expect(reason).toMatchObject({ market: 'DEU', since: '2026-02-10', documentNo: '7/TB' })
  })
})
