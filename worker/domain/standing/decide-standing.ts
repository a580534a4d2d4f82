import { vietnamDateOf } from '../time/vietnam-date-of.ts'
import { codeReasons } from './code-reasons.ts'
import { makeReason } from './make-reason.ts'
import type {
  ExceptionFacts,
  ExceptionKind,
  Market,
  MarketStanding,
  Reason,
  Standing,
  StandingDecision,
  StandingFacts,
} from './types.ts'

/**
 * Whether goods under a genuine label may be sold and eaten, with every reason, worst first.
 *
 * Pure: `today` is the Asia/Ho_Chi_Minh calendar date of the question, `facts` all that is known.
 * A decision scoped to a market touches that market alone; overall it is a stop only when it is
 * unscoped or stops every destination market.
 */
export function decideStanding(facts: StandingFacts, today: string): StandingDecision {
  const reasons = [
    ...exceptionReasons(facts, today),
    ...expiryReasons(facts, today),
    ...preHarvestReasons(facts),
    ...facts.codes.flatMap((code) => codeReasons(code, facts, today)),
    ...uncoveredMarketReasons(facts),
    ...otherNotices(facts, today),
  ].sort(worstFirst)
  const markets = facts.markets.map((market) => marketStanding(market, reasons))
  return { standing: overall(reasons, markets), markets, reasons }
}

const EXCEPTION_REASON: Record<ExceptionKind, { label: string; batch: string }> = {
  void: { label: 'label_void', batch: 'label_void' },
  stolen: { label: 'label_stolen', batch: 'label_stolen' },
  lost: { label: 'label_lost', batch: 'label_lost' },
  recalled: { label: 'label_recalled', batch: 'batch_recalled' },
  copy_suspected: { label: 'copy_suspected', batch: 'copy_suspected' },
  code_use_not_authorised: { label: 'code_use_not_authorised', batch: 'code_use_not_authorised' },
}

function exceptionReasons(facts: StandingFacts, today: string): Reason[] {
  const standing = facts.exceptions.filter(
    (exception) =>
      !exception.withdrawn &&
      exception.effectiveOn <= today &&
      !facts.exceptions.some((other) => other.amends === exception.id) &&
      concerns(exception, facts.label),
  )
  return standing.map((exception) =>
    makeReason({
      code: EXCEPTION_REASON[exception.kind][exception.runId === null ? 'batch' : 'label'],
      since: exception.effectiveOn,
      recordedAt: exception.recordedAt,
      documentNo: exception.documentNo,
      wording: exception.text,
    }),
  )
}

/** A batch-wide row concerns every label and a typed code too; a range only the labels in it. */
function concerns(exception: ExceptionFacts, label: StandingFacts['label']): boolean {
  if (exception.runId === null) return true
  if (label === null || label.runId !== exception.runId) return false
  const from = exception.fromSerial ?? 0
  const to = exception.toSerial ?? Number.MAX_SAFE_INTEGER
  return label.serial >= from && label.serial <= to
}

function expiryReasons(facts: StandingFacts, today: string): Reason[] {
  if (facts.expiresOn === null || today <= facts.expiresOn) return []
  return [makeReason({ code: 'batch_expired', since: facts.expiresOn })]
}

function preHarvestReasons(facts: StandingFacts): Reason[] {
  return facts.preHarvestBreaches.map((breach) =>
    makeReason({ code: 'pre_harvest_interval_breached', since: breach.harvestedOn, breach }),
  )
}

/**
 * Goods bound for an export market need a code there for every site they name (one site may hold
 * one code per market). Domestic sale needs none, so VNM is never uncovered.
 */
function uncoveredMarketReasons(facts: StandingFacts): Reason[] {
  const reasons: Reason[] = []
  for (const market of facts.markets) {
    if (market === 'VNM') continue
    for (const siteId of new Set(facts.codes.map((code) => code.siteId))) {
      const codes = facts.codes.filter((code) => code.siteId === siteId)
      const first = codes[0]
      const covered = codes.some((code) => code.events.some((event) => event.market === market))
      if (covered || first === undefined) continue
      const code = `${first.kind}_not_active_when_packed`
      const since = facts.packedOn
      reasons.push(makeReason({ code, since, market, codeNo: first.code, status: 'none' }))
    }
  }
  return reasons
}

function otherNotices(facts: StandingFacts, today: string): Reason[] {
  const reasons: Reason[] = []
  if (facts.producerSuspendedOn !== null && facts.producerSuspendedOn <= today) {
    reasons.push(makeReason({ code: 'producer_suspended', since: facts.producerSuspendedOn }))
  }
  if (facts.label !== null && facts.label.keyRevokedFrom !== null) {
    const recordedAt = facts.label.keyRevokedFrom
    reasons.push(makeReason({ code: 'key_revoked', since: vietnamDateOf(recordedAt), recordedAt }))
  }
  if (!facts.markets.includes('VNM')) {
    reasons.push(makeReason({ code: 'packed_for_export', market: 'VNM' }))
  }
  return reasons
}

function marketStanding(market: Market, reasons: readonly Reason[]): MarketStanding {
  const own = reasons.filter((reason) => reason.market === null || reason.market === market)
  return { market, standing: own[0]?.severity ?? 'clear' }
}

function overall(reasons: readonly Reason[], markets: readonly MarketStanding[]): Standing {
  if (reasons.some((reason) => reason.severity === 'stop' && reason.market === null)) return 'stop'
  if (markets.length > 0 && markets.every(({ standing }) => standing === 'stop')) return 'stop'
  return reasons.length > 0 ? 'notice' : 'clear'
}

/** Stops before notices, unscoped before scoped, then the latest first; stable beyond that. */
function worstFirst(a: Reason, b: Reason): number {
  if (a.severity !== b.severity) return a.severity === 'stop' ? -1 : 1
  if ((a.market === null) !== (b.market === null)) return a.market === null ? -1 : 1
  return (b.since ?? '').localeCompare(a.since ?? '')
}
