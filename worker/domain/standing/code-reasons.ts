import { DOMESTIC } from '../../lib/markets.ts'
import { makeReason } from './make-reason.ts'
import type { WordedReason } from './reasons.ts'
import { decidingEventFor, decidingEvents, isDecidedFor, isLater } from './status-on.ts'
import type {
  CodeFacts,
  CodeStatus,
  Market,
  Reason,
  SiteKind,
  StandingFacts,
  StatusEvent,
} from './types.ts'

const NOT_ACTIVE = {
  growing_area: 'growing_area_not_active_when_packed',
  packing_house: 'packing_house_not_active_when_packed',
} as const satisfies Record<SiteKind, WordedReason>

/** What a code's later status is called, where it is something to know about goods packed before it. */
const AFTER_PACKING: Record<SiteKind, Partial<Record<CodeStatus, WordedReason>>> = {
  growing_area: {
    suspended: 'growing_area_suspended',
    revoked: 'growing_area_revoked',
    cancelled: 'growing_area_cancelled',
  },
  packing_house: {
    suspended: 'packing_house_suspended',
    revoked: 'packing_house_revoked',
    cancelled: 'packing_house_cancelled',
  },
}

/**
 * What the codes of a batch say: in each destination market where a code has a history, it had to
 * be active on the packing day, and what was decided against it after that day is something to
 * know. Its history in other markets gives no reason.
 */
export function codeReasons(facts: StandingFacts, today: string): Reason[] {
  return facts.markets.flatMap((market) => [
    ...facts.codes
      .filter((code) => isDecidedFor(code.events, market))
      .flatMap((code) => reasonsInMarket({ code, market, packedOn: facts.packedOn, today })),
    ...uncoveredSites(facts, market),
  ])
}

function reasonsInMarket(input: {
  code: CodeFacts
  market: Market
  packedOn: string
  today: string
}): Reason[] {
  const { code, market, packedOn } = input
  const reasons: Reason[] = []
  const whenPacked = decidingEventFor(code.events, market, packedOn)
  if (whenPacked?.status !== 'active') {
    reasons.push(describe(NOT_ACTIVE[code.kind], { code, market, event: whenPacked }))
  }
  const later = latestAgainst(input)
  if (later !== null) reasons.push(describe(later.reason, { code, market, event: later.event }))
  return reasons
}

/** The latest suspension, revocation or cancellation that holds today and came after the packing day. */
function latestAgainst(input: {
  code: CodeFacts
  market: Market
  packedOn: string
  today: string
}): { reason: WordedReason; event: StatusEvent } | null {
  const { code, market, packedOn, today } = input
  let latest: { reason: WordedReason; event: StatusEvent } | null = null
  for (const event of decidingEvents(code.events, market, today)) {
    const reason = AFTER_PACKING[code.kind][event.status]
    if (reason === undefined || event.effectiveOn <= packedOn) continue
    if (latest === null || isLater(event, latest.event)) latest = { reason, event }
  }
  return latest
}

function describe(
  reason: WordedReason,
  about: { code: CodeFacts; market: Market; event: StatusEvent | null },
): Reason {
  const { code, market, event } = about
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

/**
 * Goods bound for an export market need a code there for every site they name (one site may hold
 * one code per market). Domestic sale needs none, so VNM is never uncovered.
 */
function uncoveredSites(facts: StandingFacts, market: Market): Reason[] {
  if (market === DOMESTIC) return []
  const first = new Map<string, CodeFacts>()
  for (const code of facts.codes) if (!first.has(code.siteId)) first.set(code.siteId, code)
  return [...first.values()].flatMap((code) => {
    const covered = facts.codes.some(
      (other) => other.siteId === code.siteId && isDecidedFor(other.events, market),
    )
    if (covered) return []
    return [makeReason({ code: NOT_ACTIVE[code.kind], market, codeNo: code.code, status: 'none' })]
  })
}
