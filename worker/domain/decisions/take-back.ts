import { amendmentOf, IMPORT_UNDONE } from './history.ts'
import { refusalOf } from './tell.ts'
import type { AskedTakeBack, History, RecordedDecision, Ruling, Said } from './types.ts'

/**
 * A day before every decision: an event of this day and status `none` decides nothing, so that it
 * takes back what it amends and leaves every other decision its word, earlier and later ones alike.
 */
const BEFORE_ALL = '1900-01-01'

/** Kept with the event; told by its code wherever a rule asks. */
const UNDONE_REASON = 'Rút lại cả danh sách đã ghi.'

/**
 * Takes a decision back that an import recorded. Where it had corrected an earlier one, the earlier
 * one is said again; else the event says nothing of its own. What somebody corrected since stays.
 */
export function takeBack({ code, market, events }: History, asked: AskedTakeBack): Ruling {
  const { decisionId, importId } = asked
  const event = events.find(({ id }) => id === decisionId)
  // Another's decision is not taken back with this import.
  if (event?.importId !== importId) return { kind: 'same', decisionId }
  const amending = amendmentOf(events, decisionId)
  if (amending === undefined) {
    return {
      kind: 'record',
      said: { ...said(correctedBefore(events, event, importId)), ...mark(event) },
    }
  }
  if (amending.importId === importId) return { kind: 'same', decisionId }
  return { kind: 'refuse', refusal: refusalOf('corrected_since', { code, market }) }
}

function mark({ id }: RecordedDecision) {
  return { amendsId: id, reasonCode: IMPORT_UNDONE }
}

function said(earlier: RecordedDecision | null): Omit<Said, 'amendsId' | 'reasonCode'> {
  if (earlier === null) {
    const nothing = { reason: UNDONE_REASON, documentNo: null, wording: null, endsTerm: false }
    return { status: 'none', effectiveOn: BEFORE_ALL, ...nothing }
  }
  const { status, effectiveOn, reason, documentNo, wording, endsTerm } = earlier
  return { status, effectiveOn, reason, documentNo, wording, endsTerm }
}

/** What the decision corrected, past corrections of the same import; null where it corrected nothing. */
function correctedBefore(
  events: readonly RecordedDecision[],
  event: RecordedDecision,
  importId: string,
): RecordedDecision | null {
  let earlier: RecordedDecision | null = event
  while (earlier !== null && earlier.importId === importId) {
    const { amendsId }: RecordedDecision = earlier
    earlier = amendsId === null ? null : (events.find(({ id }) => id === amendsId) ?? null)
  }
  return earlier
}
