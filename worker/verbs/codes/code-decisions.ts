import type { RegisterCode } from '../../../db/queries/code-register.ts'
import { decide } from '../../domain/decisions/decide.ts'
import { nextInstant, withoutUndone } from '../../domain/decisions/history.ts'
import { termEnd } from '../../domain/decisions/term-end.ts'
import { toStatusEvent } from '../../domain/decisions/to-status-event.ts'
import type { AskedDecision, History, Said } from '../../domain/decisions/types.ts'
import type { CodeRecord } from '../../domain/lists/records/code-records.ts'
import { statusOn } from '../../domain/standing/status-on.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import { type CodeListState, saidOtherwise, type Warn } from './code-list-state.ts'
import type { CodeWrite } from './code-write.ts'
import { addEvent, pairKey } from './register-model.ts'

/** A row that gives another status for the same day than an earlier row of the list; null when none does. */
export function contradictedRow(
  state: CodeListState,
  input: { record: CodeRecord; market: string; row: number },
): number | null {
  const { record, market, row } = input
  if (record.status === null) return null
  const about = ['decision', record.code, market, record.effectiveOn].join('\n')
  return saidOtherwise(state, about, { value: record.status, row })
}

/** Why the register cannot take a row's status, or its term, for a market; null where it can. */
export function refusalOf(
  state: CodeListState,
  input: {
    readonly record: CodeRecord
    readonly market: string
    readonly part: 'status' | 'term'
  },
): string | null {
  const { record, market, part } = input
  const code = state.model.codes.get(record.code)
  if (code === undefined) return null
  const history = historyOf(state, code, market)
  for (const asked of askedBy(record, history)) {
    if (asked.endsTerm !== (part === 'term')) continue
    const ruling = decide(history, asked, state.today)
    if (ruling.kind === 'refuse') return ruling.refusal.text.vi
  }
  return null
}

/** What a row adds to the decisions for one market, each with the status its day had before. */
export type RecordedForMarket = {
  readonly decisions: readonly (Said & { readonly before: CodeStatus })[]
}

/**
 * Adds the decisions a row states for one market that are not on record yet. What was ever recorded
 * is not recorded again, even if it was corrected since: an old list does not undo a correction. A
 * term of a code that was revoked or cancelled is told of and left out.
 */
export function recordDecisions(
  state: CodeListState,
  input: { record: CodeRecord; code: RegisterCode; market: string; write: CodeWrite; warn: Warn },
): RecordedForMarket {
  const { record, code, market, write, warn } = input
  const { events } = historyOf(state, code, market)
  const before = events.map(toStatusEvent)
  const decisions = askedBy(record, historyOf(state, code, market)).flatMap((asked) => {
    const history = historyOf(state, code, market)
    const ruling = decide(history, asked, state.today)
    if (ruling.kind === 'refuse') warn(ruling.refusal.code, ruling.refusal.text.vi)
    if (ruling.kind === 'warn') {
      for (const { code: name, text } of ruling.warnings) warn(name, text.vi)
    }
    if (!('said' in ruling)) return []
    addSaid(state, { history, code, said: ruling.said, write })
    return [{ ...ruling.said, before: statusOn(before, market, ruling.said.effectiveOn) }]
  })
  return { decisions }
}

function addSaid(
  state: CodeListState,
  input: { history: History; code: RegisterCode; said: Said; write: CodeWrite },
): void {
  const { history, code, said, write } = input
  const recordedAt = nextInstant(history.events, state.now)
  const { market } = history
  const event = { ...said, id: state.newId(), codeId: code.id, market, recordedAt }
  addEvent(state.model, event)
  write.events.push(event)
  const { id, codeId, status, effectiveOn, amendsId } = event
  const after = { codeId, market, status, effectiveOn, amendsId }
  write.changes.push({ entity: 'code_status_event', entityId: id, before: null, after })
}

function historyOf(state: CodeListState, { id, code }: RegisterCode, market: string): History {
  return { code, market, events: state.model.events.get(pairKey(id, market)) ?? [] }
}

/**
 * A list without statuses names codes that were granted: active from that day, for codes the
 * register has no decision on. A term ends the day after its last; "expired" with a term means
 * that it was active until then.
 */
function askedBy(record: CodeRecord, { events }: History): AskedDecision[] {
  const { status, effectiveOn, validTo, statusReason: reason, documentNo } = record
  const term = validTo === null ? [] : [termEnd({ source: 'list', validTo, documentNo })]
  if (status === null && withoutUndone(events).length > 0) return term
  const ended = status === 'expired' && validTo !== null
  const first: AskedDecision = {
    kind: 'decision',
    source: 'list',
    status: ended ? 'active' : (status ?? 'active'),
    effectiveOn,
    reason,
    documentNo,
    reasonCode: null,
    wording: null,
    amendsId: null,
    endsTerm: false,
  }
  return first.status === 'active' || first.status === 'suspended' ? [first, ...term] : [first]
}
