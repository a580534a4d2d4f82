import type { Desk } from './desk.ts'
import type { Halt } from './halt.ts'
import type { KeptPhoto, KeptRecord } from './record.ts'
import { noteRefused } from './settle.ts'
import type { Reply } from './transport.ts'
import { unlessFull } from './unless-full.ts'

/**
 * Brings the photos of a record to the server that are not there yet. One whose sending was begun is
 * asked for first: the line may have broken after its last byte. A photo that the server will not have
 * refuses its record.
 */
export async function sendPhotos(desk: Desk, record: KeptRecord): Promise<PhotosSent | Halt> {
  const { accountId, storage } = desk
  for (const sha256 of record.photos) {
    const photo = await storage.photo({ accountId, sha256 })
    // A photo that is not on the device any more was there once: the record's answer will say.
    if (photo === null || photo.isThere) continue
    const reply = await sendPhoto(desk, photo)
    if (reply.status === 'refused') {
      await noteRefused(desk, { record, problem: reply.problem })
      return { status: 'refused' }
    }
    if (reply.status !== 'ok') return reply
    await note(desk, photo, { isBegun: true, isThere: true })
  }
  return { status: 'there' }
}

export type PhotosSent = { readonly status: 'there' } | { readonly status: 'refused' }

async function sendPhoto(desk: Desk, photo: KeptPhoto): Promise<Reply<null>> {
  const { transport } = desk
  if (photo.isBegun) {
    const asked = await transport.hasPhoto(photo)
    if (asked.status !== 'ok') return asked
    if (asked.value) return { status: 'ok', value: null }
  }
  await note(desk, photo, { isBegun: true, isThere: false })
  return transport.putPhoto(photo)
}

/** Saves an asking or a sending later, no more: a full device goes on without. */
async function note(
  { storage }: Desk,
  photo: KeptPhoto,
  said: Pick<KeptPhoto, 'isBegun' | 'isThere'>,
): Promise<void> {
  await unlessFull(() => storage.notePhoto(photo, said))
}
