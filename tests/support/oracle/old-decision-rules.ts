import { IMPORT_UNDONE } from '../../../worker/domain/decisions/history.ts'
import type {
  AskedDecision,
  History,
  RecordedDecision,
} from '../../../worker/domain/decisions/types.ts'
import { addDays, toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'

/**
 * The rules as they stood in the form, in bulk, in lists, in terms and in the undoing of imports
 * before `decide` took their place: copied, with their sentences replaced by codes. Ends of terms
 * were known by this reason.
 */
export const TERM_ENDED = 'Hết thời hạn ghi trong danh sách.'

type Event = RecordedDecision

/** What the old rules made of a decision. */
export type OldOutcome =
  | { readonly kind: 'same'; readonly decisionId: string }
  | { readonly kind: 'refuse'; readonly code: string }
  | {
      readonly kind: 'record'
      readonly amendsId: string | null
      readonly warnings: readonly string[]
    }

const isAmended = (events: readonly Event[], event: Event) =>
  events.some(({ amendsId }) => amendsId === event.id)

const isFarAhead = (on: string, today: string) => {
  const todayOn = toCalendarDate(today)
  return todayOn !== null && on > addDays(todayOn, 366)
}

/** The form and the command line: `recordCodeStatus` with `decision-checks`. */
export function oldOfficer({ events }: History, asked: AskedDecision, today: string): OldOutcome {
  if (isFarAhead(asked.effectiveOn, today)) return { kind: 'refuse', code: 'far_ahead' }
  const last = events.at(-1)?.id ?? null
  if (asked.seen !== undefined && asked.seen !== last) {
    return { kind: 'refuse', code: 'decided_meanwhile' }
  }
  const same = events.find(
    (event) =>
      event.status === asked.status &&
      event.effectiveOn === asked.effectiveOn &&
      event.reason === asked.reason &&
      event.documentNo === asked.documentNo &&
      (event.wording ?? null) === asked.wording &&
      event.amendsId === asked.amendsId &&
      !isAmended(events, event),
  )
  if (same !== undefined) return { kind: 'same', decisionId: same.id }
  const { amendsId } = asked
  if (amendsId !== null) {
    if (!events.some(({ id }) => id === amendsId)) return { kind: 'refuse', code: 'amends_unknown' }
    if (events.some((event) => event.amendsId === amendsId)) {
      return { kind: 'refuse', code: 'amends_corrected' }
    }
  }
  return { kind: 'record', amendsId, warnings: decisionWarnings(events, asked, today) }
}

/** A list of decisions: `decideOne` of `plan-decisions`. */
export function oldBulk({ events }: History, asked: AskedDecision, today: string): OldOutcome {
  if (isFarAhead(asked.effectiveOn, today)) return { kind: 'refuse', code: 'far_ahead' }
  const standing = events.find(
    (event) =>
      event.status === asked.status &&
      event.effectiveOn === asked.effectiveOn &&
      !isAmended(events, event),
  )
  if (standing !== undefined) return { kind: 'same', decisionId: standing.id }
  if (asked.seen !== undefined && asked.seen !== (events.at(-1)?.id ?? null)) {
    return { kind: 'refuse', code: 'decided_meanwhile' }
  }
  return { kind: 'record', amendsId: null, warnings: decisionWarnings(events, asked, today) }
}

function decisionWarnings(
  events: readonly Event[],
  { status, effectiveOn, amendsId }: AskedDecision,
  today: string,
): string[] {
  const warnings: string[] = []
  if (effectiveOn > today) warnings.push('future_date')
  const later = events.filter(
    (event) =>
      event.effectiveOn > effectiveOn &&
      event.id !== amendsId &&
      event.reason !== TERM_ENDED &&
      !isAmended(events, event),
  )
  if (later.length > 0) warnings.push('earlier_date')
  if (events.length === 0 && status !== 'active' && status !== 'pending_foreign_approval') {
    warnings.push('no_active_time')
  }
  return warnings
}

/** A row of a list of codes: `decide` of `code-decisions`. */
export function oldList({ events: all }: History, asked: AskedDecision, today: string): OldOutcome {
  const { status, effectiveOn } = asked
  const known = withoutTakenBack(all)
  const said = known.find((event) => event.status === status && event.effectiveOn === effectiveOn)
  if (said !== undefined) return { kind: 'same', decisionId: said.id }
  if (asked.endsTerm) {
    const term = known.find((event) => event.reason === TERM_ENDED && !isAmended(all, event))
    return { kind: 'record', amendsId: term?.id ?? null, warnings: [] }
  }
  const warnings: string[] = []
  const last = known.filter(({ reason }) => reason !== TERM_ENDED).at(-1)
  if (effectiveOn > today) warnings.push('future_date')
  if (last !== undefined && effectiveOn < last.effectiveOn) warnings.push('earlier_date')
  if (last === undefined && status !== 'active' && status !== 'pending_foreign_approval') {
    warnings.push('no_active_time')
  }
  return { kind: 'record', amendsId: null, warnings }
}

function withoutTakenBack(events: readonly Event[]): readonly Event[] {
  const takers = events.filter(({ reasonCode }) => reasonCode === IMPORT_UNDONE)
  if (takers.length === 0) return events
  const byId = new Map(events.map((event) => [event.id, event]))
  const taken = new Set<string>()
  for (const taker of takers) {
    let event = byId.get(taker.amendsId ?? '')
    while (
      event !== undefined &&
      !(event.status === taker.status && event.effectiveOn === taker.effectiveOn)
    ) {
      taken.add(event.id)
      event = byId.get(event.amendsId ?? '')
    }
  }
  return events.filter(({ id, status }) => !taken.has(id) && status !== 'none')
}

/** A new end of a term: `endingOf` of `update-code-market`; its last day is the one before. */
export function oldTerm({ events }: History, asked: AskedDecision): OldOutcome {
  const earliest = events.map(({ effectiveOn }) => effectiveOn).toSorted()[0]
  if (earliest !== undefined && addDays(asked.effectiveOn, -1) < earliest) {
    return { kind: 'refuse', code: 'term_before_start' }
  }
  const old = events.find((event) => event.reason === TERM_ENDED && !isAmended(events, event))
  return { kind: 'record', amendsId: old?.id ?? null, warnings: [] }
}

/** What the undoing of an import wrote: `undoEvent`. */
export function oldTakeBack(
  { events }: History,
  { decisionId, importId }: { readonly decisionId: string; readonly importId: string },
): object {
  const event = events.find(({ id }) => id === decisionId)
  if (event === undefined) return { kind: 'same' }
  const amending = events.find(({ amendsId }) => amendsId === event.id)
  if (amending !== undefined) {
    return amending.importId === importId
      ? { kind: 'same' }
      : { kind: 'refuse', code: 'corrected_since' }
  }
  let earlier: Event | null = event
  while (earlier !== null && earlier.importId === importId) {
    const { amendsId }: Event = earlier
    earlier = amendsId === null ? null : (events.find(({ id }) => id === amendsId) ?? null)
  }
  const common = { kind: 'record', amendsId: event.id, reasonCode: IMPORT_UNDONE }
  if (earlier === null) {
    const nothing = { reason: 'Rút lại cả danh sách đã ghi.', documentNo: null, wording: null }
    return { ...common, status: 'none', effectiveOn: '1900-01-01', ...nothing }
  }
  const { status, effectiveOn, reason, documentNo, wording } = earlier
  return { ...common, status, effectiveOn, reason, documentNo, wording }
}
