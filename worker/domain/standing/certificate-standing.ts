import {
  CODE_WITHDRAWN_TEXT,
  CODE_WITHOUT_MARKET_TEXT,
  certificateKeyText,
  certificateRefusalText,
  codeNotActiveText,
} from '../../copy/certificate.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { decidingEvent } from './status-on.ts'
import type { Market, Reason, StandingDecision, StatusEvent } from './types.ts'

/** A code as a printed certificate of it is judged by. */
export type CertificateFacts = {
  readonly code: string
  /** The markets it was asked for or has a decision for. */
  readonly markets: readonly Market[]
  readonly events: readonly StatusEvent[]
  /** Entered by mistake and taken back. */
  readonly withdrawn: boolean
  /** The first issue under each key. */
  readonly issues: readonly CertificateIssue[]
}

export type CertificateIssue = {
  readonly kid: string
  /** Epoch milliseconds, as `keyRevokedFrom`. */
  readonly issuedAt: number
  readonly keyRevokedFrom: number | null
  /** When the revocation was recorded. */
  readonly keyRevokedAt: number | null
}

export type CertificateAuthenticity =
  | { readonly authenticity: 'genuine'; readonly issue: CertificateIssue }
  | { readonly authenticity: 'unknown'; readonly reason: Reason }

/**
 * Whether a certificate with a right signature was really issued: one of that code under that key,
 * before its key stopped being trusted. `facts` are null when the register has no such code.
 */
export function decideCertificate(
  facts: CertificateFacts | null,
  asked: { readonly code: string; readonly kid: string },
): CertificateAuthenticity {
  const { code, kid } = asked
  if (facts === null) return unknown('batch_unknown', code)
  const issue = facts.issues.find((candidate) => candidate.kid === kid)
  if (issue === undefined) return unknown('serial_not_issued', code)
  const { issuedAt, keyRevokedFrom, keyRevokedAt } = issue
  if (keyRevokedFrom === null || issuedAt < keyRevokedFrom)
    return { authenticity: 'genuine', issue }
  return {
    authenticity: 'unknown',
    reason: keyRevoked('after', { from: keyRevokedFrom, keyRevokedAt }),
  }
}

/**
 * What a genuine certificate says today (an Asia/Ho_Chi_Minh date): each market of the code is clear
 * while the code is active there and a stop otherwise; overall clear when all are, a stop when none
 * is, else something to know. Statuses are always those of today, never of the day it was printed.
 */
export function certificateStanding(
  facts: CertificateFacts,
  asked: { readonly today: string } & Pick<CertificateIssue, 'keyRevokedFrom' | 'keyRevokedAt'>,
): StandingDecision {
  const { today, keyRevokedFrom, keyRevokedAt } = asked
  const scoped = facts.withdrawn ? [] : facts.markets.flatMap((m) => notActive(facts, m, today))
  const stops = [...unscoped(facts), ...scoped]
  const notices =
    keyRevokedFrom === null ? [] : [keyRevoked('before', { from: keyRevokedFrom, keyRevokedAt })]
  const stopped = (market: Market) => stops.some((r) => r.market === null || r.market === market)
  const markets = facts.markets.map((market) => ({
    market,
    standing: stopped(market) ? ('stop' as const) : ('clear' as const),
  }))
  const reasons = [...stops, ...notices]
  const none = markets.every(({ standing }) => standing === 'stop')
  return { standing: none ? 'stop' : reasons.length > 0 ? 'notice' : 'clear', markets, reasons }
}

function notActive(facts: CertificateFacts, market: Market, today: string): Reason[] {
  const event = decidingEvent(facts.events, market, today)
  const status = event?.status ?? 'none'
  if (status === 'active') return []
  const since = event?.effectiveOn ?? null
  const documentNo = event?.documentNo ?? null
  const wording = event?.text ?? null
  const text = codeNotActiveText({ code: facts.code, market, status, since, documentNo, wording })
  const recordedAt = event?.recordedAt ?? null
  return [stop({ code: 'code_not_active', market, since, recordedAt, documentNo, text })]
}

function unscoped(facts: CertificateFacts): Reason[] {
  const none = { market: null, since: null, recordedAt: null, documentNo: null }
  if (facts.withdrawn) return [stop({ ...none, code: 'code_withdrawn', text: CODE_WITHDRAWN_TEXT })]
  if (facts.markets.length > 0) return []
  return [stop({ ...none, code: 'code_not_active', text: CODE_WITHOUT_MARKET_TEXT })]
}

function stop(reason: Omit<Reason, 'severity' | 'until'>): Reason {
  return { ...reason, severity: 'stop', until: null }
}

function keyRevoked(
  issued: 'before' | 'after',
  revoked: { from: number; keyRevokedAt: number | null },
): Reason {
  const since = vietnamDateOf(revoked.from)
  const { keyRevokedAt: recordedAt } = revoked
  const text = certificateKeyText(issued, since)
  const none = { until: null, market: null, documentNo: null }
  return { ...none, code: 'key_revoked', severity: 'notice', since, recordedAt, text }
}

function unknown(
  code: 'batch_unknown' | 'serial_not_issued',
  codeNo: string,
): CertificateAuthenticity {
  const none = { since: null, until: null, market: null, recordedAt: null, documentNo: null }
  const text = certificateRefusalText(code, codeNo)
  return { authenticity: 'unknown', reason: { ...none, code, severity: 'notice', text } }
}
