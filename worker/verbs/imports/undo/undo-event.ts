import type { StoredChange } from '../../../../db/queries/import-changes.ts'
import { decide } from '../../../domain/decisions/decide.ts'
import { nextInstant } from '../../../domain/decisions/history.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { twoKey, type UndoEvent, type UndoModel } from './undo-model.ts'

/**
 * The event that takes back a decision an import recorded. Null where it is taken back already; a
 * Vietnamese sentence where somebody corrected the decision since.
 */
export function undoEvent(model: UndoModel, change: StoredChange): UndoEvent | string | null {
  const { importId } = model
  const { codeId, market } = change.after as { codeId: string; market: string }
  const key = twoKey(codeId, market)
  const events = model.events.get(key) ?? []
  const code = model.codes.get(codeId)?.code ?? ''
  const asked = { kind: 'take_back', decisionId: change.entityId, importId } as const
  const ruling = decide({ code, market, events }, asked, vietnamDateOf(model.now))
  switch (ruling.kind) {
    case 'same':
      return null
    case 'refuse':
      return ruling.refusal.text.vi
    case 'record':
    case 'warn': {
      const recordedAt = nextInstant(events, model.now)
      const taker = { ...ruling.said, id: model.newId(), codeId, market, recordedAt, importId }
      model.events.set(key, [...events, taker])
      return taker
    }
  }
}
