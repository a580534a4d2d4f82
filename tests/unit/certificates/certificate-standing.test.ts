import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CertificateFacts,
  certificateStanding,
  decideCertificate,
} from '../../../worker/domain/standing/certificate-standing.ts'
import { statusOn } from '../../../worker/domain/standing/status-on.ts'
import { CODE_STATUSES, type StatusEvent } from '../../../worker/domain/standing/types.ts'

const TODAY = '2026-06-15'
const facts = (given: Partial<CertificateFacts> = {}): CertificateFacts => ({
  code: 'VN-AGOR-0012',
  markets: ['CHN', 'EU'],
  events: [event('CHN', 'active'), event('EU', 'active')],
  withdrawn: false,
  issues: [],
  ...given,
})

function event(
  market: string,
  status: StatusEvent['status'],
  given: Partial<StatusEvent> = {},
): StatusEvent {
  return {
    id: `${market}-${status}`,
    market,
    status,
    effectiveOn: '2026-01-01',
    recordedAt: 1,
    reason: null,
    documentNo: null,
    text: null,
    amends: null,
    ...given,
  }
}

const judge = (given: Partial<CertificateFacts>, keyRevokedFrom: number | null = null) => {
  const { standing, markets, reasons } = certificateStanding(facts(given), {
    today: TODAY,
    keyRevokedFrom,
    keyRevokedAt: keyRevokedFrom,
  })
  return {
    standing,
    markets: markets.map((m) => `${m.market} ${m.standing}`),
    reasons: reasons.map(({ code, market }) => (market === null ? code : `${code}@${market}`)),
  }
}

describe('the standing of a certificate', () => {
  it.each([
    ['clear while the code is active in all its markets', {}, 'clear', []],
    [
      'something to know while it is active in some',
      { events: [event('CHN', 'active'), event('EU', 'suspended')] },
      'notice',
      ['code_not_active@EU'],
    ],
    [
      'a stop while it is active in none',
      { events: [event('CHN', 'revoked'), event('EU', 'pending_foreign_approval')] },
      'stop',
      ['code_not_active@CHN', 'code_not_active@EU'],
    ],
    ['a stop for a code of no market', { markets: [], events: [] }, 'stop', ['code_not_active']],
    [
      'a stop for a market that was asked for and never decided on',
      { markets: ['JPN'], events: [] },
      'stop',
      ['code_not_active@JPN'],
    ],
    ['a stop for a code entered by mistake', { withdrawn: true }, 'stop', ['code_withdrawn']],
  ] as const)('is %s', (_, given, standing, reasons) => {
    expect(judge(given)).toMatchObject({ standing, reasons })
  })

  it('is that of today: a decision of tomorrow does not count, one that was corrected neither', () => {
    const later = event('EU', 'suspended', { effectiveOn: '2026-06-16' })
    expect(judge({ events: [...facts().events, later] }).standing).toBe('clear')
    const wrong = event('EU', 'suspended', { id: 'x', effectiveOn: '2026-06-01' })
    const right = event('EU', 'active', { id: 'y', effectiveOn: '2026-06-01', amends: 'x' })
    expect(judge({ events: [...facts().events, wrong, right] }).standing).toBe('clear')
  })

  it('says the decision it rests on, in every language', () => {
    const text = { vi: 'Rệp sáp.', en: 'Mealybugs.', zh: '粉蚧。' }
    const stopped = event('EU', 'suspended', { documentNo: '118/TB', text })
    const { reasons } = certificateStanding(facts({ events: [event('CHN', 'active'), stopped] }), {
      today: TODAY,
      keyRevokedFrom: null,
      keyRevokedAt: null,
    })
    expect(reasons[0]?.text.vi).toBe(
      'Mã số VN-AGOR-0012 đang bị tạm dừng cho thị trường Liên minh châu Âu (từ ngày 01/01/2026). Theo văn bản số 118/TB. Nội dung công bố: “Rệp sáp.”',
    )
    expect(reasons[0]?.text.en).toContain('is suspended for export to the European Union')
    expect(reasons[0]?.text.zh).toContain('粉蚧')
  })

  it('mentions a key revoked since, and stays genuine', () => {
    const from = Date.parse('2026-06-01T00:00:00Z')
    expect(judge({}, from)).toEqual({
      standing: 'notice',
      markets: ['CHN clear', 'EU clear'],
      reasons: ['key_revoked'],
    })
  })

  it('a market is clear exactly while its status is active, whatever stands in the others', () => {
    const markets = ['CHN', 'EU', 'USA'] as const
    const anyEvent = fc.record({
      id: fc.uuid(),
      market: fc.constantFrom(...markets),
      status: fc.constantFrom(...CODE_STATUSES),
      effectiveOn: fc.constantFrom('2026-06-13', '2026-06-14', '2026-06-15', '2026-06-16'),
      recordedAt: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), (given) => {
        const events = given.map((one) => event(one.market, one.status, one))
        const decided = certificateStanding(facts({ markets: [...markets], events }), {
          today: TODAY,
          keyRevokedFrom: null,
          keyRevokedAt: null,
        })
        const active = markets.filter((m) => statusOn(events, m, TODAY) === 'active')
        expect(decided.markets.filter((m) => m.standing === 'clear').map((m) => m.market)).toEqual(
          active,
        )
        expect(decided.standing).toBe(
          active.length === 3 ? 'clear' : active.length === 0 ? 'stop' : 'notice',
        )
        expect(decided.reasons).toHaveLength(3 - active.length)
      }),
    )
  })
})

describe('whether a certificate was issued', () => {
  const asked = { code: 'VN-AGOR-0012', kid: 'A1B' }
  const issue = (given: object) => ({
    kid: 'A1B',
    issuedAt: 500,
    keyRevokedFrom: null,
    keyRevokedAt: null,
    ...given,
  })
  const outcome = (given: CertificateFacts | null) => {
    const decided = decideCertificate(given, asked)
    return decided.authenticity === 'genuine' ? 'genuine' : decided.reason.code
  }

  it.each([
    ['no such code', null, 'batch_unknown'],
    ['no issue at all', facts(), 'serial_not_issued'],
    ['an issue under another key', facts({ issues: [issue({ kid: 'ZZZ' })] }), 'serial_not_issued'],
    ['an issue under the key', facts({ issues: [issue({})] }), 'genuine'],
    [
      'an issue before the key was revoked',
      facts({ issues: [issue({ keyRevokedFrom: 501, keyRevokedAt: 501 })] }),
      'genuine',
    ],
    [
      'an issue at the very instant of the revocation',
      facts({ issues: [issue({ keyRevokedFrom: 500, keyRevokedAt: 500 })] }),
      'key_revoked',
    ],
  ] as const)('%s: %s', (_, given, expected) => {
    expect(outcome(given)).toBe(expected)
  })
})
