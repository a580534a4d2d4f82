import type { CodeTarget } from '../../../../db/queries/code-portal.ts'
import type { RegisterEvent } from '../../../../db/queries/code-register.ts'
import { fill } from '../../../copy/fill.ts'
import { DECISION_REPORT } from '../../../copy/reports/decisions.ts'
import type { RowOutcome } from '../../../domain/codes/bulk-outcomes.ts'
import { isDecisionReason } from '../../../domain/codes/decision-reasons.ts'
import { type CodeIndex, findCode } from '../../../domain/codes/find-code.ts'
import { decide } from '../../../domain/decisions/decide.ts'
import { toStatusEvent } from '../../../domain/decisions/to-status-event.ts'
import type { AskedDecision, RefusalCode, Ruling, Said } from '../../../domain/decisions/types.ts'
import { CODE_STATUSES } from '../../../domain/lists/vocabulary/code-terms.ts'
import { statusOn } from '../../../domain/standing/status-on.ts'
import type { CodeStatus } from '../../../domain/standing/types.ts'
import { toCalendarDate } from '../../../lib/time/calendar-date.ts'
import { pairKey } from '../register-model.ts'
import type { ListedDecision } from './read-decision-list.ts'

/** What a list is decided with: the part of the register it speaks of. */
export type BulkState = {
  readonly importId: string
  readonly index: CodeIndex
  /** By canonical code. */
  readonly targets: ReadonlyMap<string, CodeTarget>
  /** By code id and market, in the order recorded. */
  readonly events: ReadonlyMap<string, readonly RegisterEvent[]>
  readonly mayDecide: (target: CodeTarget) => boolean
  readonly today: string
  /** The last decision of each code and market when the list was previewed; null while previewing. */
  readonly seen: Readonly<Record<string, string | null>> | null
}

export type PlannedDecision = {
  /** Where the decision stands in the list. */
  readonly at: number
  readonly asked: ListedDecision
  readonly outcome: RowOutcome
  /** Why it is not recorded, or what is unusual, in Vietnamese. */
  readonly note: string | null
  readonly target: CodeTarget | null
  readonly before: CodeStatus
  readonly lastEventId: string | null
  readonly lastRecordedAt: number
  readonly unusual: boolean
  /** What is recorded of it; null where nothing is. */
  readonly said: (Said & { readonly market: string }) | null
}

/** Decides what becomes of each decision of a list. Nothing in it depends on another row but repeats. */
export function planDecisions(
  state: BulkState,
  asked: readonly ListedDecision[],
): PlannedDecision[] {
  const first = new Map<string, ListedDecision>()
  return asked.map((each, at) => {
    const planned = planOne(state, each)
    const { target, asked: decision } = planned
    if (planned.outcome !== 'ready' || target === null) return { ...planned, at }
    const key = pairKey(target.codeId, decision.market ?? '')
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, decision)
      return { ...planned, at }
    }
    const same = before.status === decision.status && before.effectiveOn === decision.effectiveOn
    const outcome = same ? 'repeated' : 'invalid'
    const note = same
      ? fill(DECISION_REPORT.repeated, { row: before.row })
      : fill(DECISION_REPORT.contradicted, { row: before.row })
    return { ...planned, at, outcome, note, said: null }
  })
}

type Planned = Omit<PlannedDecision, 'at'>

function planOne(state: BulkState, asked: ListedDecision): Planned {
  if (asked.fault !== null) return refusal(asked, 'invalid', asked.fault)
  const match = findCode(asked.typed, state.index)
  if (match.kind === 'malformed') return refusal(asked, 'invalid', match.reason)
  if (match.kind === 'ambiguous') return refusal(asked, 'ambiguous', match.message)
  const target = match.kind === 'unknown' ? undefined : state.targets.get(match.code)
  if (target === undefined) {
    return refusal(asked, 'unknown', fill(DECISION_REPORT.unknown, { code: asked.typed }))
  }
  if (!state.mayDecide(target)) {
    return refusal(asked, 'elsewhere', fill(DECISION_REPORT.elsewhere, { code: target.code }))
  }
  if (target.withdrawnAt !== null) {
    return refusal(asked, 'withdrawn', fill(DECISION_REPORT.withdrawn, { code: target.code }))
  }
  const decision = readDecision(asked)
  if (typeof decision === 'string') return { ...refusal(asked, 'invalid', decision), target }
  const readAs = match.kind === 'read_as' ? match.message : null
  return decideOne(state, { asked, target, ...decision, readAs })
}

type Readable = { readonly market: string; readonly decision: AskedDecision }

function decideOne(
  state: BulkState,
  input: Readable & {
    readonly asked: ListedDecision
    readonly target: CodeTarget
    readonly readAs: string | null
  },
): Planned {
  const { asked, target, market, decision, readAs } = input
  const key = pairKey(target.codeId, market)
  const events = state.events.get(key) ?? []
  const history = { code: target.code, market, events }
  const seen = state.seen === null ? undefined : (state.seen[key] ?? null)
  const common = {
    asked,
    target,
    unusual: false,
    lastEventId: events.at(-1)?.id ?? null,
    lastRecordedAt: Math.max(0, ...events.map(({ recordedAt }) => recordedAt)),
    before: statusOn(events.map(toStatusEvent), market, state.today),
  }
  const ruling = decide(history, { ...decision, seen }, state.today)
  switch (ruling.kind) {
    case 'same': {
      const own = events.find(({ id }) => id === ruling.decisionId)?.importId === state.importId
      return { ...common, outcome: own ? 'done' : 'same', note: null, said: null }
    }
    case 'refuse': {
      const { code, text } = ruling.refusal
      return { ...common, outcome: OUTCOMES[code] ?? 'invalid', note: text.vi, said: null }
    }
    case 'record':
    case 'warn': {
      const notes = [...(readAs === null ? [] : [readAs]), ...warningsOf(ruling)]
      const note = notes.length === 0 ? null : notes.join(' ')
      const said = { ...ruling.said, market }
      return { ...common, outcome: 'ready', note, unusual: note !== null, said }
    }
  }
}

function warningsOf(ruling: Ruling): string[] {
  return ruling.kind === 'warn' ? ruling.warnings.map(({ text }) => text.vi) : []
}

/** Refusals that are no fault of how the row was written. */
const OUTCOMES: Partial<Record<RefusalCode, RowOutcome>> = {
  decided_meanwhile: 'meanwhile',
  final: 'final',
  final_before_return: 'final',
}

/** The decision a row asks for, or what of it is missing, in Vietnamese. */
function readDecision(asked: ListedDecision): Readable | string {
  const { market, effectiveOn, reason, reasonCode, documentNo } = asked
  if (market === null) return DECISION_REPORT.noMarket
  const status = asked.status === null ? null : CODE_STATUSES.find(asked.status)
  if (status === null) return DECISION_REPORT.noStatus
  const on = effectiveOn === null ? null : toCalendarDate(effectiveOn)
  if (on === null) return DECISION_REPORT.noDay
  if (reason === null) return DECISION_REPORT.noReason
  if (documentNo === null) return DECISION_REPORT.noDocument
  if (reason.length > 500 || documentNo.length > 100) return DECISION_REPORT.tooLong
  const decision: AskedDecision = {
    kind: 'decision',
    source: 'bulk',
    status,
    effectiveOn: on,
    reason,
    documentNo,
    reasonCode: reasonCode !== null && isDecisionReason(reasonCode) ? reasonCode : null,
    wording: null,
    amendsId: null,
    endsTerm: false,
  }
  return { market, decision }
}

function refusal(asked: ListedDecision, outcome: RowOutcome, note: string): Planned {
  return {
    asked,
    outcome,
    note,
    target: null,
    before: 'none',
    lastEventId: null,
    lastRecordedAt: 0,
    unusual: false,
    said: null,
  }
}
