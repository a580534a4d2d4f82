import type { StoredChange } from '../../../../db/queries/import-changes.ts'
import { IMPORT_UNDONE } from '../../codes/code-decisions.ts'
import { twoKey, type UndoEvent, type UndoModel } from './undo-model.ts'

/**
 * A day before every decision: an event of this day and status `none` decides nothing, so that it
 * takes back what it amends and leaves every other decision its word, earlier and later ones alike.
 */
const BEFORE_ALL = '1900-01-01'

/**
 * The event that takes back a decision an import recorded. Where that decision had corrected an
 * earlier one, the earlier one is said again; else it says nothing of its own. Null where it is
 * taken back already; a Vietnamese sentence where somebody corrected the decision since.
 */
export function undoEvent(model: UndoModel, change: StoredChange): UndoEvent | string | null {
  const { codeId, market } = change.after as { codeId: string; market: string }
  const key = twoKey(codeId, market)
  const events = model.events.get(key) ?? []
  const event = events.find(({ id }) => id === change.entityId)
  if (event === undefined) return null
  const amending = events.find(({ amendsId }) => amendsId === event.id)
  if (amending !== undefined) {
    if (amending.importId === model.importId) return null
    const code = model.codes.get(codeId)?.code ?? ''
    return `Mã ${code}, ${market}: quyết định đã được sửa sau đó, giữ nguyên.`
  }
  const taker: UndoEvent = {
    ...said(correctedBefore(model, events, event)),
    id: model.newId(),
    codeId,
    market,
    amendsId: event.id,
    recordedAt: Math.max(model.now, ...events.map((each) => each.recordedAt + 1)),
    reasonCode: IMPORT_UNDONE,
    importId: model.importId,
  }
  model.events.set(key, [...events, taker])
  return taker
}

function said(earlier: UndoEvent | null) {
  if (earlier === null) {
    const nothing = { reason: UNDONE_REASON, documentNo: null, wording: null }
    return { status: 'none', effectiveOn: BEFORE_ALL, ...nothing }
  }
  const { status, effectiveOn, reason, documentNo, wording } = earlier
  return { status, effectiveOn, reason, documentNo, wording }
}

/** What the decision corrected, past corrections of the same import; null where it corrected nothing. */
function correctedBefore(
  model: UndoModel,
  events: readonly UndoEvent[],
  event: UndoEvent,
): UndoEvent | null {
  let earlier: UndoEvent | null = event
  while (earlier !== null && earlier.importId === model.importId) {
    const { amendsId }: UndoEvent = earlier
    earlier = amendsId === null ? null : (events.find(({ id }) => id === amendsId) ?? null)
  }
  return earlier
}

const UNDONE_REASON = 'Rút lại cả danh sách đã ghi.'
