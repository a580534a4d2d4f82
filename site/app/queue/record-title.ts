import { ENTRY_COPY } from '../../../worker/copy/app/entry.ts'
import { RECORD_KIND_NAMES } from '../../../worker/copy/app/record-kinds.ts'
import { fillAll } from '../../../worker/copy/fill.ts'
import type { FieldKit } from '../../../worker/domain/diary/field-kit.ts'
import { entryKindName } from '../../../worker/domain/diary/parse-entry-body.ts'
import type { LocalText } from '../../../worker/lib/text/local-text.ts'
import type { QueuedRecord } from '../outbox/record.ts'
import { inspectedPlace } from './inspection-facts.ts'
import { queuedEntry } from './queued-entry.ts'

/** What a record is called, and where it was. */
export function recordTitle(given: {
  readonly record: QueuedRecord
  readonly queue: readonly QueuedRecord[]
  readonly kit: FieldKit
}): { readonly title: LocalText; readonly siteName: string | null } {
  const { record, queue, kit } = given
  const entry = queuedEntry(record, queue)
  if (entry === null) {
    const siteName = record.kind === 'inspection' ? inspectedPlace(record, kit) : null
    return { title: RECORD_KIND_NAMES[record.kind], siteName }
  }
  const work = entryKindName(entry.kind)
  const siteName = kit.sites.find(({ id }) => id === entry.siteId)?.name ?? null
  const isCorrection = record.kind === 'diary_correction'
  return { title: isCorrection ? fillAll(ENTRY_COPY.correctTitle, { work }) : work, siteName }
}
