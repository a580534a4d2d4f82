import { addDays, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { isDecisionReason, isViolation } from '../codes/decision-reasons.ts'
import { finalOn, isFinal, mayFollow, returnAfter } from './final-status.ts'
import { amendmentOf, countedDecisions, withoutUndone } from './history.ts'
import { RULES_OF_SOURCE } from './source-rules.ts'
import { takeBack } from './take-back.ts'
import { refusalOf, warningOf } from './tell.ts'
import type {
  Asked,
  AskedDecision,
  History,
  RecordedDecision,
  RefusalCode,
  Ruling,
  Said,
  Told,
  WarningCode,
} from './types.ts'

/**
 * The one place where it is decided what becomes of a decision on a code in a market: whoever asks
 * for it, by form, list or import, for a grant or a term, or to undo one. Today is a calendar date.
 */
export function decide(history: History, asked: Asked, today: string): Ruling {
  if (asked.kind === 'take_back') return takeBack(history, asked)
  const ill = illStated(history, asked, today)
  if (ill !== null) return refuse(ill)
  const same = sameAs(history, asked)
  if (same !== undefined) return { kind: 'same', decisionId: same.id }
  const refusal = outdated(history, asked) ?? wrongCorrection(history, asked)
  if (refusal !== null) return refuse(refusal)
  const amendsId = asked.endsTerm ? (countedTerm(history.events)?.id ?? null) : asked.amendsId
  const counted = countedDecisions(history.events).filter(({ id }) => id !== amendsId)
  const final = againstFinal(history, { asked, counted })
  if (final !== null) return refuse(final)
  const said = saidBy(asked, amendsId)
  const warnings = asked.endsTerm ? [] : warningsOf(history, { asked, counted, today })
  return warnings.length === 0 ? { kind: 'record', said } : { kind: 'warn', said, warnings }
}

/** Somebody decided on the same code and market since it was looked at. */
export function decidedMeanwhile({ code }: Pick<History, 'code'>): Told<RefusalCode> {
  return refusalOf('decided_meanwhile', { code })
}

const FURTHEST_DAYS = 366

/** Refuses a day so far ahead that it can only be a slip; null for any other. */
export function farAhead(on: string, today: string): Told<RefusalCode> | null {
  const todayOn = toCalendarDate(today)
  if (todayOn === null || on <= addDays(todayOn, FURTHEST_DAYS)) return null
  return refusalOf('far_ahead', { on })
}

function refuse(refusal: Told<RefusalCode>): Ruling {
  return { kind: 'refuse', refusal }
}

/** What can be told without looking further than at the first decision. */
function illStated(
  { events }: History,
  asked: AskedDecision,
  today: string,
): Told<RefusalCode> | null {
  const { status, effectiveOn, endsTerm, reasonCode } = asked
  const rules = RULES_OF_SOURCE[asked.source]
  if (status === 'none') return refusalOf('no_status', {})
  if (rules.refusesFarAhead && !endsTerm) {
    const far = farAhead(effectiveOn, today)
    if (far !== null) return far
  }
  if (rules.termAfterStart && endsTerm) {
    const [first] = countedDecisions(events)
      .map((event) => event.effectiveOn)
      .toSorted()
    if (first !== undefined && effectiveOn <= first) return refusalOf('term_before_start', {})
  }
  if (status === 'active' && reasonCode !== null && isDecisionReason(reasonCode)) {
    // Published beside “active” it would accuse and acquit at once.
    if (isViolation(reasonCode)) return refusalOf('violation_for_active', { reason: reasonCode })
  }
  return null
}

function sameAs({ events }: History, asked: AskedDecision): RecordedDecision | undefined {
  const { status, effectiveOn } = asked
  const isSame = (event: RecordedDecision) =>
    event.status === status && event.effectiveOn === effectiveOn
  switch (RULES_OF_SOURCE[asked.source].same) {
    case 'whole':
      return countedDecisions(events).find((event) => isSame(event) && isWhole(event, asked))
    case 'counted':
      return countedDecisions(events).find(isSame)
    case 'ever_said':
      return withoutUndone(events).find(isSame)
  }
}

function isWhole(event: RecordedDecision, asked: AskedDecision): boolean {
  return (
    event.reason === asked.reason &&
    event.documentNo === asked.documentNo &&
    event.wording === asked.wording &&
    event.amendsId === asked.amendsId
  )
}

function outdated(history: History, { seen }: AskedDecision): Told<RefusalCode> | null {
  const last = history.events.at(-1)?.id ?? null
  return seen === undefined || seen === last ? null : decidedMeanwhile(history)
}

/** A decision is corrected once, and only one of the same code and market. */
function wrongCorrection(
  { events, market }: History,
  { amendsId: id }: AskedDecision,
): Told<RefusalCode> | null {
  if (id === null) return null
  if (!events.some((event) => event.id === id)) return refusalOf('amends_unknown', { id, market })
  return amendmentOf(events, id) === undefined ? null : refusalOf('amends_corrected', { id })
}

/** The end of the term that counts: one at a time. */
function countedTerm(events: readonly RecordedDecision[]): RecordedDecision | undefined {
  return countedDecisions(events).find(({ endsTerm }) => endsTerm)
}

/** What was revoked or cancelled does not come back, neither by this decision nor behind it. */
function againstFinal(
  { code, market, events }: History,
  input: { readonly asked: AskedDecision; readonly counted: readonly RecordedDecision[] },
): Told<RefusalCode> | null {
  const { asked, counted } = input
  const { status, effectiveOn: on } = asked
  const final = finalOn(counted, on)
  if (final !== null && !mayFollow(final.status, status)) {
    return refusalOf('final', {
      code,
      market,
      status,
      on,
      final: final.status,
      since: final.effectiveOn,
    })
  }
  const corrected = events.find(({ id }) => id === asked.amendsId)
  if (corrected !== undefined && !mayFollow(corrected.status, status)) {
    if (asked.reasonCode === 'corrected') return null
    return refusalOf('final_needs_mistake', {
      status,
      final: corrected.status,
      since: corrected.effectiveOn,
    })
  }
  const back = isFinal(status) ? returnAfter(counted, on) : null
  if (back === null) return null
  return refusalOf('final_before_return', {
    code,
    status,
    on,
    later: back.status,
    since: back.effectiveOn,
  })
}

function saidBy(asked: AskedDecision, amendsId: string | null): Said {
  const { status, effectiveOn, reason, documentNo, wording, reasonCode, endsTerm } = asked
  return { status, effectiveOn, reason, documentNo, wording, amendsId, reasonCode, endsTerm }
}

function warningsOf(
  { events }: History,
  input: {
    readonly asked: AskedDecision
    readonly counted: readonly RecordedDecision[]
    readonly today: string
  },
): Told<WarningCode>[] {
  const { asked, counted, today } = input
  const { status, effectiveOn: on } = asked
  const warnings: Told<WarningCode>[] = []
  if (on > today) warnings.push(warningOf('future_date', { status, on }))
  const later = lastLater(counted, on)
  if (later !== undefined) {
    const { status: name, effectiveOn: since } = later
    warnings.push(warningOf('earlier_date', { on, later: name, since }))
  }
  const isBeginning = status === 'active' || status === 'pending_foreign_approval'
  const isKnown = withoutUndone(events).some(({ endsTerm }) => !endsTerm)
  if (!isBeginning && !isKnown) warnings.push(warningOf('no_active_time', { status, on }))
  const { warns } = RULES_OF_SOURCE[asked.source]
  return warnings.filter(({ code }) => warns.includes(code))
}

/** The end of a term is foreseen from the day of grant and is not out of order with anything. */
function lastLater(counted: readonly RecordedDecision[], on: string): RecordedDecision | undefined {
  return counted
    .filter(({ effectiveOn, endsTerm }) => effectiveOn > on && !endsTerm)
    .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))[0]
}
