import type { EntryValues } from '../../../worker/domain/diary/entry-body.ts'
import type { EntryKind } from '../../../worker/domain/diary/entry-kinds/entry-kind.ts'
import type { FieldKit } from '../../../worker/domain/diary/field-kit.ts'
import { parseEntryBody } from '../../../worker/domain/diary/parse-entry-body.ts'
import type { QueuedRecord } from '../outbox/record.ts'

/** An entry that was written before, as far as it helps to write the next one. */
export type PastEntry = {
  readonly kind: EntryKind
  readonly siteId: string
  readonly householdIds: readonly string[]
  readonly seasonId: string | null
  readonly occurredOn: string
  readonly values: EntryValues
}

/** What was written before, newest first: what this phone still has, then what the server remembers. */
export function pastEntries(given: {
  readonly kit: FieldKit
  readonly queue: readonly QueuedRecord[]
}): PastEntry[] {
  const own = given.queue.flatMap((record) => pastEntryOf(record) ?? []).reverse()
  const told = given.kit.last.map((last) => ({ ...last, seasonId: null }))
  return [...own, ...told]
}

/** The entry that a record of the queue is; null for one that is none, or was given up. */
export function pastEntryOf(record: QueuedRecord): PastEntry | null {
  if (record.kind !== 'diary_entry' || record.state === 'dropped') return null
  const { kind } = record.body
  const reading = typeof kind === 'string' ? parseEntryBody(kind, record.body) : null
  return reading === null || !reading.ok
    ? null
    : { ...reading.entry, occurredOn: record.happenedOn }
}
