import { makeReason } from './make-reason.ts'
import { decidingEvent } from './status-on.ts'
import type { CodeFacts, CodeStatus, Market, Reason, StandingFacts, StatusEvent } from './types.ts'

/** What a code's later status is called, where it is something to know about goods packed before it. */
const AFTER_PACKING: Partial<Record<CodeStatus, string>> = {
  suspended: 'suspended',
  revoked: 'revoked',
  cancelled: 'cancelled',
}

/**
 * What one code says about a batch: in each destination market where the code has a history, it
 * had to be active on the packing day, and a later suspension or revocation is something to know.
 * Its history in other markets gives no reason.
 */
export function codeReasons(code: CodeFacts, facts: StandingFacts, today: string): Reason[] {
  const reasons: Reason[] = []
  for (const market of facts.markets) {
    if (!code.events.some((event) => event.market === market)) continue
    const reason = reasonInMarket(code, market, facts.packedOn, today)
    if (reason !== null) reasons.push(reason)
  }
  return reasons
}

function reasonInMarket(
  code: CodeFacts,
  market: Market,
  packedOn: string,
  today: string,
): Reason | null {
  const whenPacked = decidingEvent(code.events, market, packedOn)
  if (whenPacked?.status !== 'active') {
    return describe(`${code.kind}_not_active_when_packed`, code, market, whenPacked)
  }
  const now = decidingEvent(code.events, market, today)
  const later = now === null ? undefined : AFTER_PACKING[now.status]
  return later === undefined ? null : describe(`${code.kind}_${later}`, code, market, now)
}

function describe(
  reason: string,
  code: CodeFacts,
  market: Market,
  event: StatusEvent | null,
): Reason {
  return makeReason({
    code: reason,
    market,
    codeNo: code.code,
    since: event?.effectiveOn ?? null,
    recordedAt: event?.recordedAt ?? null,
    status: event?.status ?? 'none',
    documentNo: event?.documentNo ?? null,
    wording: event?.text ?? null,
  })
}
