import type { EntryKind } from '../../../worker/domain/diary/entry-kinds/entry-kind.ts'
import { ENTRY_KINDS } from '../../../worker/domain/diary/entry-kinds/entry-kinds.ts'
import type { QueuedRecord } from '../outbox/record.ts'

/** Which entry a record of the queue is about. */
export type QueuedEntry = { readonly kind: EntryKind; readonly siteId: string }

/**
 * The kind and place of a diary record; a correction's are those of the entry it corrects, as far as
 * this phone still has it. Null for records of other kinds.
 */
export function queuedEntry(
  record: QueuedRecord,
  queue: readonly QueuedRecord[],
): QueuedEntry | null {
  const { body } = record
  if (record.kind === 'diary_entry') {
    const kind = (Object.keys(ENTRY_KINDS) as EntryKind[]).find((each) => each === body['kind'])
    const siteId = body['siteId']
    return kind === undefined || typeof siteId !== 'string' ? null : { kind, siteId }
  }
  if (record.kind !== 'diary_correction') return null
  const entryId = body['entryId']
  const entry = queue.find(({ id }) => id === entryId && id !== record.id)
  return entry === undefined ? null : queuedEntry(entry, queue)
}
