import { uuidV7 } from '../../../worker/lib/ids/uuid-v7.ts'
import { type AddOutcome, bodyOf, type NewRecord } from './add-record.ts'
import type { Desk } from './desk.ts'
import { distinctPhotos, keptPhotos } from './kept-photos.ts'
import type { KeptRecord } from './record.ts'
import { unlessFull } from './unless-full.ts'
import { untouchable } from './untouchable.ts'

/** A record in other words. Its body may be made of all hashes: those kept, then the new ones. */
export type Mending = Pick<NewRecord, 'body' | 'photos'> & {
  readonly happenedOn?: string
  /** Of the photos it had; all of them unless said. */
  readonly keep?: readonly string[]
}

/**
 * `unsettled`: it went out and no answer has come yet, so that it may be stored already: send first.
 * `gone`: it is none of this account's, or nothing more is to be done about it.
 */
export type MendOutcome = AddOutcome | { readonly status: 'unsettled' | 'gone' }

/**
 * The id stays, so that the first version, should a late copy of it arrive after all, can never stand
 * beside the mended one. Only where the id belongs to something else does the record get a new one.
 */
export async function mendRecord(desk: Desk, id: string, mending: Mending): Promise<MendOutcome> {
  const { accountId, storage } = desk
  const key = { accountId, id }
  const found = await storage.find(key)
  const refusal = untouchable(desk, found)
  if (found === null || refusal !== null) return { status: refusal ?? 'gone' }
  const photos = await keptPhotos(accountId, mending.photos ?? [])
  const kept = found.photos.filter((hash) => mending.keep?.includes(hash) ?? true)
  const hashes = [...kept, ...photos.map(({ sha256 }) => sha256)]
  const mended = (record: KeptRecord): KeptRecord => ({
    ...record,
    id: idAfter(desk, record),
    v: desk.version,
    happenedOn: mending.happenedOn ?? record.happenedOn,
    body: bodyOf(mending.body, hashes),
    photos: [...new Set(hashes)],
    state: 'mended',
    revision: record.revision + 1,
    problem: null,
  })
  return unlessFull(async () => {
    const record = await storage.change(
      key,
      (now) => (untouchable(desk, now) === null ? mended(now) : null),
      distinctPhotos(photos),
    )
    desk.changed()
    return record === null ? { status: 'unsettled' } : { status: 'kept', record }
  })
}

function idAfter({ now, randomBytes }: Desk, { id, problem }: KeptRecord): string {
  return problem?.code === 'id_reused' ? uuidV7({ now: now(), random: randomBytes(10) }) : id
}
