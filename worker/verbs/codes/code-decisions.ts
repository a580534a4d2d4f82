import type { RegisterCode, RegisterEvent } from '../../../db/queries/code-register.ts'
import type { CodeRecord } from '../../domain/sheet/records/code-records.ts'
import type { CodeStatus } from '../../domain/sheet/vocabulary/code-words.ts'
import { addDays, type CalendarDate } from '../../domain/time/calendar-date.ts'
import { formatDate } from '../../domain/time/format-date.ts'
import { codeStatusName } from '../../domain/words/names.ts'
import { type CodeListState, saidOtherwise, type Warn } from './code-list-state.ts'
import type { CodeWrite } from './code-write.ts'
import { addEvent, pairKey } from './register-model.ts'

/** By the list of reasons: an event that only takes back what an import had recorded. */
export const IMPORT_UNDONE = 'import_undone'

/** The reason given for the end of a code's term, which lists state as a day and not as a decision. */
export const TERM_ENDED = 'Hết thời hạn ghi trong danh sách.'

type Decision = {
  readonly status: CodeStatus
  readonly effectiveOn: CalendarDate
  readonly reason: string | null
  readonly documentNo: string | null
}

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

/**
 * Adds the decisions a row states for one market that are not on record yet. What was ever recorded
 * is not recorded again, even if it was corrected since: an old list does not undo a correction.
 */
export function decide(
  state: CodeListState,
  input: { record: CodeRecord; code: RegisterCode; market: string; write: CodeWrite; warn: Warn },
): Decision[] {
  const { record, code, market, write, warn } = input
  const all = state.model.events.get(pairKey(code.id, market)) ?? []
  const known = withoutTakenBack(all)
  const news = decisionsOf(record, known.length > 0).filter(
    ({ status, effectiveOn }) =>
      !known.some((event) => event.status === status && event.effectiveOn === effectiveOn),
  )
  for (const decision of news) {
    const event = { ...decision, ...eventFrame(state, { code, market, all, known, decision }) }
    warnAbout(state, { decision, known, market, warn })
    addEvent(state.model, event)
    write.events.push(event)
    const { id, codeId, status, effectiveOn, amendsId } = event
    const after = { codeId, market, status, effectiveOn, amendsId }
    write.changes.push({ entity: 'code_status_event', entityId: id, before: null, after })
  }
  return news
}

/**
 * What an import had recorded and its undoing took back counts as never recorded, with what it had
 * corrected within the same import; an earlier decision that was said again stands.
 */
function withoutTakenBack(events: readonly RegisterEvent[]): readonly RegisterEvent[] {
  const takers = events.filter(({ reasonCode }) => reasonCode === IMPORT_UNDONE)
  if (takers.length === 0) return events
  const byId = new Map(events.map((event) => [event.id, event]))
  const taken = new Set<string>()
  for (const taker of takers) {
    let event = byId.get(taker.amendsId ?? '')
    while (event !== undefined && !isSaidAgain(event, taker)) {
      taken.add(event.id)
      event = byId.get(event.amendsId ?? '')
    }
  }
  return events.filter(({ id, status }) => !taken.has(id) && status !== 'none')
}

function isSaidAgain(event: RegisterEvent, taker: RegisterEvent): boolean {
  return event.status === taker.status && event.effectiveOn === taker.effectiveOn
}

/**
 * A list without statuses names codes that were granted: active from that day, for codes the
 * register has no decision on. A term ends the day after its last; "expired" with a term means
 * that it was active until then.
 */
function decisionsOf(record: CodeRecord, hasHistory: boolean): Decision[] {
  const { status, effectiveOn, validTo, statusReason: reason, documentNo } = record
  if (status === null && hasHistory) return termOf(record)
  const ended = status === 'expired' && validTo !== null
  const first = { status: ended ? 'active' : (status ?? 'active'), effectiveOn, reason, documentNo }
  return first.status === 'active' || first.status === 'suspended'
    ? [first, ...termOf(record)]
    : [first]
}

function termOf({ validTo, documentNo }: CodeRecord): Decision[] {
  if (validTo === null) return []
  return [{ status: 'expired', effectiveOn: addDays(validTo, 1), reason: TERM_ENDED, documentNo }]
}

/** Later events win ties by when they were recorded, so no two of a code and market share an instant. */
function eventFrame(
  state: CodeListState,
  input: {
    code: RegisterCode
    market: string
    all: readonly RegisterEvent[]
    known: readonly RegisterEvent[]
    decision: Decision
  },
) {
  const { code, market, all, known, decision } = input
  const amended = new Set(all.map(({ amendsId }) => amendsId))
  const term = known.find(({ id, reason }) => reason === TERM_ENDED && !amended.has(id))
  const recordedAt = Math.max(state.now, ...all.map((event) => event.recordedAt + 1))
  return {
    id: state.newId(),
    codeId: code.id,
    market,
    recordedAt,
    wording: null,
    // A term that was prolonged or cut takes the place of the earlier one.
    amendsId: decision.reason === TERM_ENDED ? (term?.id ?? null) : null,
  }
}

function warnAbout(
  state: CodeListState,
  input: { decision: Decision; known: readonly RegisterEvent[]; market: string; warn: Warn },
): void {
  const { decision, known, warn } = input
  const { status, effectiveOn } = decision
  if (decision.reason === TERM_ENDED) return
  const name = codeStatusName(status, 'vi')
  const last = known.filter(({ reason }) => reason !== TERM_ENDED).at(-1)
  if (effectiveOn > state.today) {
    warn(
      'future_date',
      `“${name}” chỉ có hiệu lực từ ${formatDate(effectiveOn)}, là ngày chưa tới.`,
    )
  }
  if (last !== undefined && effectiveOn < last.effectiveOn) {
    const lastOn = formatDate(last.effectiveOn as CalendarDate)
    warn(
      'earlier_date',
      `“${name}” từ ${formatDate(effectiveOn)}, trước quyết định gần nhất (${lastOn}).`,
    )
  }
  if (last === undefined && status !== 'active' && status !== 'pending_foreign_approval') {
    const message = `“${name}” từ ${formatDate(effectiveOn)} mà sổ chưa có thời gian hoạt động trước đó; nếu đó là ngày cấp, hãy ghi thêm dòng “đang hoạt động” từ ngày cấp.`
    warn('no_active_time', message)
  }
}
