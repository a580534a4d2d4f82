import type { StandingFacts } from '../../../worker/domain/standing/types.ts'
import { codeReasons } from './code-reasons-oracle.ts'
import { exceptionReasons, exceptionsInForce } from './exception-oracle.ts'
import { type OracleReason, reasonOf, UNSAID, WITHOUT_A_DAY } from './oracle-reason.ts'

export type OracleStanding = 'clear' | 'notice' | 'stop'

export type OracleAnswer = {
  readonly standing: OracleStanding
  readonly markets: readonly { market: string; standing: OracleStanding }[]
  readonly reasons: readonly OracleReason[]
}

/**
 * A second, slow reading of "What a scan answers" in section 4 of the design: whether goods under a
 * genuine label may be sold today. Takes the facts raw, with every decision that was taken back.
 */
export function standingOracle(facts: StandingFacts, today: string): OracleAnswer {
  const reasons = [
    ...exceptionReasons(facts, today),
    ...expiry(facts, today),
    ...codeReasons(facts, today),
    ...intervalReasons(facts),
    ...testReasons(facts),
    ...codeUseReasons(facts, today),
    ...producerReasons(facts, today),
    ...keyReasons(facts),
  ]
  // "VNM not among the destinations: notice packed_for_export", which "carries market VNM".
  if (!facts.markets.includes('VNM')) {
    reasons.push(
      reasonOf('packed_for_export', { since: UNSAID, market: 'VNM', recordedAt: UNSAID }),
    )
  }
  const markets = [...new Set(facts.markets)].map((market) => ({
    market,
    standing: standingOf(reasons.filter((r) => r.market === null || r.market === market)),
  }))
  return { standing: overall(reasons, markets), markets, reasons }
}

function standingOf(reasons: readonly OracleReason[]): OracleStanding {
  if (reasons.some((reason) => reason.severity === 'stop')) return 'stop'
  return reasons.length > 0 ? 'notice' : 'clear'
}

/** "an unscoped stop, or stop in every destination: stop; else any stop or notice: notice; else clear" */
function overall(
  reasons: readonly OracleReason[],
  markets: readonly { standing: OracleStanding }[],
): OracleStanding {
  if (reasons.some((reason) => reason.severity === 'stop' && reason.market === null)) return 'stop'
  // Without any destination nothing is stopped everywhere.
  if (markets.length > 0 && markets.every((market) => market.standing === 'stop')) return 'stop'
  return reasons.length > 0 ? 'notice' : 'clear'
}

/** "Expired when today > expiresOn"; "the day after `expiresOn` for batch_expired". Nobody records it. */
function expiry(facts: StandingFacts, today: string): OracleReason[] {
  if (facts.expiresOn === null || !(today > facts.expiresOn)) return []
  const since = dayAfter(facts.expiresOn)
  return [reasonOf('batch_expired', { since, market: null, recordedAt: null })]
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** "an officer's allowance … replaces the stop by the notice … `interval_overridden`" */
function intervalReasons(facts: StandingFacts): OracleReason[] {
  if (facts.preHarvestBreaches.length === 0) return []
  const override = facts.intervalOverride
  if (override === null) {
    // The text names no day for it.
    return [reasonOf('pre_harvest_interval_breached', WITHOUT_A_DAY)]
  }
  const { on: since, recordedAt } = override
  return [reasonOf('interval_overridden', { since, market: null, recordedAt })]
}

/** A result above its limit stops the goods everywhere; the text names no day for it. */
function testReasons({ tests }: StandingFacts): OracleReason[] {
  return tests.some(({ passed }) => passed === false)
    ? [reasonOf('residue_exceeded', WITHOUT_A_DAY)]
    : []
}

/**
 * "an officer's allowance … replaces the stop by the notice `code_use_allowed`"; "What was sealed
 * before code use was checked says `code_use_unconfirmed` until an officer finds otherwise": read as
 * until an exception code_use_not_authorised holds.
 */
function codeUseReasons(facts: StandingFacts, today: string): OracleReason[] {
  const found = exceptionsInForce(facts, today).some((e) => e.kind === 'code_use_not_authorised')
  const reasons: OracleReason[] = []
  for (const use of facts.codeUse) {
    if (use.standing === 'not_authorised') {
      reasons.push(reasonOf('code_use_not_authorised', WITHOUT_A_DAY))
    } else if (use.standing === 'unconfirmed') {
      if (!found) reasons.push(reasonOf('code_use_unconfirmed', WITHOUT_A_DAY))
    } else {
      const since = use.allowance?.on ?? UNSAID
      const recordedAt = use.allowance?.recordedAt ?? UNSAID
      reasons.push(reasonOf('code_use_allowed', { since, market: null, recordedAt }))
    }
  }
  return reasons
}

function producerReasons(facts: StandingFacts, today: string): OracleReason[] {
  const since = facts.producerSuspendedOn
  if (since === null || since > today) return []
  return [reasonOf('producer_suspended', { since, market: null, recordedAt: UNSAID })]
}

/**
 * "key_revoked (run earlier than revokedFrom)", "recordedAt the instant at which it was recorded, for
 * keys too". Dates are Asia/Ho_Chi_Minh. Read so: `since` is the day of revokedFrom, and an
 * announced revocation is said at once.
 */
function keyReasons(facts: StandingFacts): OracleReason[] {
  const from = facts.label?.keyRevokedFrom ?? null
  if (facts.label === null || from === null) return []
  const since = new Date(from + 7 * 3_600_000).toISOString().slice(0, 10)
  const { keyRevokedAt: recordedAt } = facts.label
  return [reasonOf('key_revoked', { since, market: null, recordedAt })]
}
