import { DOMESTIC } from '../../lib/markets.ts'
import { dayAfter } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { codeReasons } from './code-reasons.ts'
import { makeReason } from './make-reason.ts'
import type { WordedReason } from './reasons.ts'
import type {
  Allowance,
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
    ...testReasons(facts),
    ...codeUseReasons(facts, today),
    ...codeReasons(facts, today),
    ...otherNotices(facts, today),
    ...countedCopyReasons(facts, today),
  ].sort(worstFirst)
  const markets = facts.markets.map((market) => marketStanding(market, reasons))
  return { standing: overall(reasons, markets), markets, reasons }
}

const EXCEPTION_REASON: Record<ExceptionKind, { label: WordedReason; batch: WordedReason }> = {
  void: { label: 'label_void', batch: 'label_void' },
  stolen: { label: 'label_stolen', batch: 'label_stolen' },
  lost: { label: 'label_lost', batch: 'label_lost' },
  recalled: { label: 'label_recalled', batch: 'batch_recalled' },
  copy_suspected: { label: 'copy_suspected', batch: 'copy_suspected' },
  code_use_not_authorised: { label: 'code_use_not_authorised', batch: 'code_use_not_authorised' },
}

function exceptionReasons(facts: StandingFacts, today: string): Reason[] {
  return standingExceptions(facts, today).map((exception) =>
    makeReason({
      code: EXCEPTION_REASON[exception.kind][exception.runId === null ? 'batch' : 'label'],
      since: exception.effectiveOn,
      recordedAt: exception.recordedAt,
      documentNo: exception.documentNo,
      wording: exception.text,
      by: exception.authority,
    }),
  )
}

function standingExceptions(facts: StandingFacts, today: string): ExceptionFacts[] {
  const amended = new Set(facts.exceptions.map(({ amends }) => amends))
  return facts.exceptions.filter(
    (exception) =>
      !exception.withdrawn &&
      exception.effectiveOn <= today &&
      !amended.has(exception.id) &&
      concerns(exception, facts.label),
  )
}

/**
 * A batch-wide row concerns every label and a typed code too; a range only the labels in it. Where
 * several runs hold a label, an exception on any of them concerns it: they share one URL.
 */
function concerns(exception: ExceptionFacts, label: StandingFacts['label']): boolean {
  if (exception.runId === null) return true
  if (label === null || !label.runIds.includes(exception.runId)) return false
  const from = exception.fromSerial ?? 0
  const to = exception.toSerial ?? Number.MAX_SAFE_INTEGER
  return label.serial >= from && label.serial <= to
}

/** A unit's label opened by many; where an inspector says so, that is said instead. */
function countedCopyReasons(facts: StandingFacts, today: string): Reason[] {
  const at = facts.label?.copySuspectedAt ?? null
  if (at === null || facts.label?.serial === 0) return []
  if (standingExceptions(facts, today).some(({ kind }) => kind === 'copy_suspected')) return []
  return [
    makeReason({
      ...{ code: 'copy_suspected', since: vietnamDateOf(at), recordedAt: at, counted: true },
    }),
  ]
}

function expiryReasons(facts: StandingFacts, today: string): Reason[] {
  const { expiresOn } = facts
  if (expiresOn === null || today <= expiresOn) return []
  return [makeReason({ code: 'batch_expired', since: dayAfter(expiresOn), expiresOn })]
}

function preHarvestReasons(facts: StandingFacts): Reason[] {
  const { intervalOverride: allowance } = facts
  if (facts.preHarvestBreaches.length > 0 && allowance !== null) {
    return [allowedReason('interval_overridden', allowance)]
  }
  return facts.preHarvestBreaches.map((breach) =>
    makeReason({ code: 'pre_harvest_interval_breached', since: breach.harvestedOn, breach }),
  )
}

/** One failed test is enough, whatever others found; the earliest sample tells since when. */
function testReasons({ tests }: StandingFacts): Reason[] {
  const failed = tests.filter(({ passed }) => passed === false)
  if (failed.length === 0) return []
  const [since = null] = failed.flatMap(({ sampledOn }) => sampledOn ?? []).sort()
  return [makeReason({ code: 'residue_exceeded', since })]
}

/** A code used without a word of its holder's: a stop before sealing, later something to know. */
function codeUseReasons(facts: StandingFacts, today: string): Reason[] {
  const found = standingExceptions(facts, today).some(
    ({ kind, runId }) => kind === 'code_use_not_authorised' && runId === null,
  )
  return facts.codeUse.flatMap(({ code, standing, allowance, objections = [] }) => {
    if (standing === 'allowed' && allowance !== null) {
      return [allowedReason('code_use_allowed', allowance, code)]
    }
    if (standing === 'not_authorised') {
      const [objection = null] = objections
      const reason = { since: facts.packedOn, codeNo: code, objection }
      return [makeReason({ code: 'code_use_not_authorised', ...reason })]
    }
    // An officer found otherwise, and says so above.
    if (found) return []
    return [makeReason({ code: 'code_use_unconfirmed', since: facts.packedOn, codeNo: code })]
  })
}

function allowedReason(
  code: 'interval_overridden' | 'code_use_allowed',
  allowance: Allowance,
  codeNo: string | null = null,
): Reason {
  const { on: since, recordedAt, by } = allowance
  return makeReason({ code, since, recordedAt, allowance, codeNo, by })
}

function otherNotices(facts: StandingFacts, today: string): Reason[] {
  const reasons: Reason[] = []
  if (facts.producerSuspendedOn !== null && facts.producerSuspendedOn <= today) {
    reasons.push(makeReason({ code: 'producer_suspended', since: facts.producerSuspendedOn }))
  }
  if (facts.label !== null && facts.label.keyRevokedFrom !== null) {
    const { keyRevokedFrom, keyRevokedAt: recordedAt } = facts.label
    reasons.push(
      makeReason({ code: 'key_revoked', since: vietnamDateOf(keyRevokedFrom), recordedAt }),
    )
  }
  if (!facts.markets.includes(DOMESTIC)) {
    reasons.push(makeReason({ code: 'packed_for_export', market: DOMESTIC }))
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

/**
 * Stops before notices, of these what says that the label itself may be a copy, unscoped before
 * scoped, then the latest first; stable beyond that.
 */
function worstFirst(a: Reason, b: Reason): number {
  if (a.severity !== b.severity) return a.severity === 'stop' ? -1 : 1
  if (isOfCopy(a) !== isOfCopy(b)) return isOfCopy(a) ? -1 : 1
  if ((a.market === null) !== (b.market === null)) return a.market === null ? -1 : 1
  return (b.since ?? '').localeCompare(a.since ?? '')
}

/** All else that is said is of the batch on the label, which then may not be the one in the hand. */
function isOfCopy({ code }: Reason): boolean {
  return code === 'copy_suspected'
}
