import type { Signal } from '../../worker/domain/diary/signals.ts'
import type { Database } from '../client.ts'
import { diarySignal } from '../schema/index.ts'
import { insertRows } from './insert-rows.ts'
import type { Statement } from './run-batch.ts'

/** Stores what was found about an entry; nothing where nothing was. */
export function insertSignals(
  db: Database,
  given: {
    readonly entry: { readonly id: string; readonly siteId: string; readonly recordedAt: number }
    readonly signals: readonly Signal[]
    readonly newId: () => string
  },
): Statement[] {
  const { entry, signals, newId } = given
  if (signals.length === 0) return []
  const { id: diaryEventId, siteId, recordedAt } = entry
  return [
    insertRows(
      db,
      diarySignal,
      signals.map((signal) => ({ ...signal, id: newId(), diaryEventId, siteId, recordedAt })),
    ),
  ]
}
