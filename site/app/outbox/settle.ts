import type { OutboxResult, WireProblem } from '../../../worker/domain/outbox/outbox-item.ts'
import type { Desk } from './desk.ts'
import { isToSend, type KeptRecord } from './record.ts'
import { unlessFull } from './unless-full.ts'

/**
 * Keeps what the server said of a record. A device too full to keep that loses nothing: the record waits
 * on, and the server says `already` the next time.
 */
export async function settle(
  desk: Desk,
  { record, result }: { readonly record: KeptRecord; readonly result: OutboxResult },
): Promise<void> {
  const { status, problem = null } = result
  const settledAt = desk.now()
  switch (status) {
    case 'stored':
    case 'already':
      return note(desk, record, { state: 'stored', settledAt, problem: null })
    case 'later':
      // Perhaps for want of a photo that was believed to be there.
      await askForPhotosAgain(desk, record)
      return note(desk, record, { problem })
    case 'refused':
      return note(desk, record, { state: 'refused', problem })
  }
}

/** The record, or one of its photos, is not wanted as it is. */
export async function noteRefused(
  desk: Desk,
  { record, problem }: { readonly record: KeptRecord; readonly problem: WireProblem },
): Promise<void> {
  await note(desk, record, { state: 'refused', problem })
}

async function note(
  { storage, changed }: Desk,
  { accountId, id }: KeptRecord,
  said: Partial<KeptRecord>,
): Promise<void> {
  await unlessFull(() =>
    storage.change({ accountId, id }, (record) =>
      isToSend(record) ? { ...record, ...said, unansweredSince: null } : null,
    ),
  )
  changed()
}

async function askForPhotosAgain({ storage }: Desk, record: KeptRecord): Promise<void> {
  const { accountId } = record
  for (const sha256 of record.photos) {
    await unlessFull(() =>
      storage.notePhoto({ accountId, sha256 }, { isBegun: true, isThere: false }),
    )
  }
}
