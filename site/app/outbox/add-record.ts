import type { OutboxKind } from '../../../worker/domain/outbox/outbox-item.ts'
import { uuidV7 } from '../../../worker/lib/ids/uuid-v7.ts'
import type { Desk } from './desk.ts'
import { distinctPhotos, keptPhotos } from './kept-photos.ts'
import type { KeptRecord, Photo, QueuedRecord } from './record.ts'
import { unlessFull } from './unless-full.ts'

export type RecordBody = Readonly<Record<string, unknown>>

/** What a record says. Its body may be made of the hashes of `photos`, in their order. */
export type NewRecord = {
  /** UUID v7, where its author's draft has one: added twice, it is one record. */
  readonly id?: string
  readonly kind: OutboxKind
  /** `YYYY-MM-DD`. */
  readonly happenedOn: string
  readonly body: RecordBody | ((photos: readonly string[]) => RecordBody)
  readonly photos?: readonly Photo[]
}

/** `full`: the device has no room, and nothing of it was kept. */
export type AddOutcome =
  | { readonly status: 'kept'; readonly record: QueuedRecord }
  | { readonly status: 'full' }

export async function addRecord(desk: Desk, given: NewRecord): Promise<AddOutcome> {
  const { accountId, storage } = desk
  const madeAt = desk.now()
  const photos = await keptPhotos(accountId, given.photos ?? [])
  const hashes = photos.map(({ sha256 }) => sha256)
  const record: Omit<KeptRecord, 'seq'> = {
    accountId,
    id: given.id ?? uuidV7({ now: madeAt, random: desk.randomBytes(10) }),
    v: desk.version,
    kind: given.kind,
    happenedOn: given.happenedOn,
    madeAt,
    clock: await storage.clock(),
    body: bodyOf(given.body, hashes),
    photos: [...new Set(hashes)],
    state: 'waiting',
    revision: 0,
    unansweredSince: null,
    problem: null,
    settledAt: null,
  }
  return unlessFull(async () => {
    const kept = await storage.add(record, distinctPhotos(photos))
    desk.changed()
    return { status: 'kept', record: kept }
  })
}

export function bodyOf(body: NewRecord['body'], photos: readonly string[]): RecordBody {
  return typeof body === 'function' ? body(photos) : body
}
