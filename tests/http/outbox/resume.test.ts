import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { fetchTransport } from '../../../site/app/outbox/fetch-transport.ts'
import { emptyDisk, memoryStorage } from '../../../site/app/outbox/memory-storage.ts'
import { createOutbox } from '../../../site/app/outbox/outbox.ts'
import { freshDatabase } from '../../support/database.ts'
import { NOW } from '../../support/factories.ts'
import { outboxApp } from '../../support/outbox/outbox-app.ts'
import { memoryFiles } from '../../support/outside.ts'
import { makeJpeg } from '../../support/pictures.ts'
import { makePerson } from '../../support/portal-app.ts'

const RECORDS = 200
const PHOTOS = 50
const PHOTO_BYTES = 200 * 1024
/** The line breaks after so many bytes of photos, again and again. */
const LINE_BYTES = 7.5 * PHOTO_BYTES

/** A photo of 200 KiB as telephones make them: the picture, then what fills it up. */
async function photoOf(tone: number): Promise<Uint8Array<ArrayBuffer>> {
  const small = await makeJpeg({ width: 32, height: 32, tone })
  const bytes = new Uint8Array(PHOTO_BYTES)
  bytes.set(small.subarray(0, 2))
  let at = 2
  // Comments of 64 KiB at most, between the start and the picture.
  for (let left = PHOTO_BYTES - small.length; left > 0; ) {
    const length = Math.min(left, 60_000)
    bytes.set([0xff, 0xfe, (length - 2) >> 8, (length - 2) & 255], at)
    bytes[at + 4] = tone
    at += length
    left -= length
  }
  bytes.set(small.subarray(2), at)
  return bytes
}

it('sends 200 records with 50 photos of 200 KiB over a line that breaks, and repeats one photo at most', async () => {
  const { db } = await freshDatabase()
  const person = await makePerson(db, 'inspector')
  const files = memoryFiles()
  const { app } = outboxApp(db, person, { files })
  const disk = emptyDisk()
  let carried = 0
  let photoBytes = 0
  let breaks = 0
  const line: typeof fetch = async (input, init = {}) => {
    const bytes = init.method === 'PUT' ? (init.body as Uint8Array).length : 0
    photoBytes += bytes
    if (carried + bytes > LINE_BYTES) {
      // What was under way is lost in the middle of it.
      carried = 0
      breaks += 1
      throw new TypeError('the line broke')
    }
    carried += bytes
    const headers = new Headers(init.headers)
    headers.set('sec-fetch-site', 'same-origin')
    return (await app.ask(String(input), { ...init, headers, signal: null })).response
  }
  // Each time a page opened anew, as after a killed browser.
  const open = () =>
    createOutbox({
      ...{ accountId: person.userId, storage: memoryStorage({ disk }), version: 1 },
      transport: fetchTransport({
        ...{ fetch: line, now: () => NOW, language: () => 'vi', onServerTime: () => undefined },
      }),
      alone: (_, work) => work(),
      now: () => NOW,
      randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    })
  for (let i = 0; i < RECORDS; i++) {
    const photos =
      i % (RECORDS / PHOTOS) === 0 ? [{ bytes: await photoOf(i), mediaType: 'image/jpeg' }] : []
    await open().add({
      ...{ kind: 'label_checks', happenedOn: '2026-06-15', photos },
      body: (hashes) => ({
        checks: [
          {
            ...{ scanned: `x${i}`, authenticity: 'unknown', mode: 'offline', checkedAt: NOW },
            ...{ note: String(i), photos: hashes },
          },
        ],
      }),
    })
  }
  for (let again = 0; again < 40; again++) {
    const outcome = await open().send()
    if (outcome.status === 'sent') break
  }

  const rows = await db.all<{ note: string }>(sql`
    SELECT c.note FROM outbox_receipt r JOIN label_check c ON c.record_id = r.id ORDER BY r.rowid`)
  expect(rows.map(({ note }) => Number(note))).toEqual(Array.from({ length: RECORDS }, (_, i) => i))
  expect(files.kept.size).toBe(PHOTOS)
  for (const bytes of files.kept.values()) expect(bytes.length).toBe(PHOTO_BYTES)
  expect(
    new Set([...files.kept.values()].map((b) => createHash('sha1').update(b).digest('hex'))).size,
  ).toBe(PHOTOS)
  expect(breaks).toBeGreaterThan(5)
  // Each break costs the photo it broke in, and nothing besides.
  expect(photoBytes).toBe((PHOTOS + breaks) * PHOTO_BYTES)
  expect(disk.photos.size).toBe(0)
}, 60_000)
