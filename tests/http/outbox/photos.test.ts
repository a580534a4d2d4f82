import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { outboxPhoto } from '../../../db/schema/index.ts'
import { UNUSED_PHOTOS } from '../../../worker/verbs/outbox/photos/unused-photos.ts'
import { removeOldFiles } from '../../../worker/verbs/papers/remove-old-files.ts'
import { freshDatabase } from '../../support/database.ts'
import { NOW, unique } from '../../support/factories.ts'
import { checksItem, type OutboxApp, outboxApp } from '../../support/outbox/outbox-app.ts'
import { memoryFiles } from '../../support/outside.ts'
import { emptyPng, makeJpeg, withMoment } from '../../support/pictures.ts'
import { makePerson } from '../../support/portal-app.ts'

const DAY_MS = 86_400_000

let db: Database
const files = memoryFiles()
let inspector: OutboxApp
let other: OutboxApp

beforeAll(async () => {
  db = (await freshDatabase()).db
  inspector = outboxApp(db, await makePerson(db, 'inspector'), { files })
  other = outboxApp(db, await makePerson(db, 'inspector'), { files })
})

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A photo that no other test has. */
async function photo(): Promise<{ bytes: Uint8Array; sha256: string }> {
  const bytes = await makeJpeg({ width: 16 + unique(), height: 16 })
  return { bytes, sha256: hashOf(bytes) }
}

const rowsOf = (sha256: string) =>
  db.select().from(outboxPhoto).where(eq(outboxPhoto.sha256, sha256))

describe('a photo sent ahead of its record', () => {
  it('is kept once, and can be asked for, by its own account alone', async () => {
    const { bytes, sha256 } = await photo()
    expect((await inspector.head(sha256)).status).toBe(404)
    expect((await inspector.put(sha256, bytes)).status).toBe(201)
    expect((await inspector.put(sha256, bytes)).status).toBe(200)
    const head = await inspector.head(sha256)
    expect([head.status, head.headers.get('goc-photo')]).toEqual([200, sha256])
    expect(await head.text()).toBe('')

    expect((await other.head(sha256)).status).toBe(404)
    const item = checksItem('not mine', { photos: [sha256] })
    expect(await other.statuses(item)).toEqual(['later photo_missing'])
    expect((await other.put(sha256, bytes)).status).toBe(201)
    expect(await other.statuses(item)).toEqual(['stored'])
  })

  it('lies there as it was sent, where and when it was taken beside it', async () => {
    const bytes = withMoment((await photo()).bytes)
    const sha256 = hashOf(bytes)
    await inspector.put(sha256, bytes)
    const [row] = await rowsOf(sha256)
    expect(row).toMatchObject({
      ...{ mediaType: 'image/jpeg', bytes: bytes.length, height: 16, usedAt: null },
      ...{ takenAt: Date.parse('2026-06-15T08:30:00+07:00'), receivedAt: NOW },
    })
    expect(row?.latitude).toBeCloseTo(10.375, 9)
    expect(hashOf(files.kept.get(row?.storeKey ?? '') ?? new Uint8Array())).toBe(sha256)
    const { response } = await inspector.app.ask(`/api/v1/outbox/photos/${sha256}`, {})
    expect(hashOf(new Uint8Array(await response.arrayBuffer()))).toBe(sha256)
  })

  it('is stored once of many that arrive at the same moment, with one file', async () => {
    const { bytes, sha256 } = await photo()
    const before = files.kept.size
    const answers = await Promise.all([1, 2, 3, 4].map(() => inspector.put(sha256, bytes)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 201])
    expect([files.kept.size - before, (await rowsOf(sha256)).length]).toEqual([1, 1])
  })

  it('is refused where it is not what its hash says, no photo, broken or too large', async () => {
    const { bytes, sha256 } = await photo()
    const send = async (given: Uint8Array, name = hashOf(given)) => {
      const response = await inspector.put(name, given)
      return [response.status, (await response.json()).code]
    }
    const text = (words: string) => new TextEncoder().encode(words)
    expect(await send(bytes.subarray(0, 90), sha256)).toEqual([400, 'hash_mismatch'])
    expect(await send(bytes, 'x')).toEqual([400, 'invalid_input'])
    expect(await send(text('\0\0\0\x18ftypmp42'))).toEqual([415, 'unsupported_media_type'])
    expect(await send(text('%PDF-1.7'))).toEqual([415, 'unsupported_media_type'])
    expect(await send(new Uint8Array())).toEqual([415, 'unsupported_media_type'])
    expect(await send(bytes.subarray(0, 90))).toEqual([415, 'unsupported_media_type'])
    expect(await send(emptyPng(9_000, 9_000))).toEqual([413, 'payload_too_large'])
    expect(await send(new Uint8Array(10 * 1024 * 1024 + 1))).toEqual([413, 'payload_too_large'])
    expect(await rowsOf(sha256)).toEqual([])
  })

  it('is nothing for who is not signed in, whatever is sent', async () => {
    const nobody = outboxApp(db, null)
    expect((await nobody.put('x', new Uint8Array())).status).toBe(401)
    expect((await nobody.head('x')).status).toBe(401)
  })
})

describe('a record with photos', () => {
  it('waits until each has arrived, and may show one twice or in two records', async () => {
    const [first, second] = [await photo(), await photo()]
    await inspector.put(first.sha256, first.bytes)
    const item = checksItem('two', { photos: [first.sha256, second.sha256, first.sha256] })
    const next = checksItem('again', { photos: [first.sha256] })
    expect(await inspector.statuses(item, next)).toEqual(['later photo_missing', 'stored'])
    await inspector.put(second.sha256, second.bytes)
    expect(await inspector.statuses(item, next)).toEqual(['stored', 'already'])
    const rows = await rowsOf(second.sha256)
    expect(rows.map(({ usedAt }) => usedAt)).toEqual([NOW])
  })
})

describe('photos that no record shows', () => {
  it('may be so many an account, and others have theirs', async () => {
    const crowd = outboxApp(db, await makePerson(db, 'inspector'), { files })
    const first = await photo()
    await crowd.put(first.sha256, first.bytes)
    await db.run(sql`UPDATE outbox_photo SET bytes = ${500 * 1024 * 1024 - 10}
      WHERE sha256 = ${first.sha256}`)
    const next = await photo()
    const kept = files.kept.size
    const refused = await crowd.put(next.sha256, next.bytes)
    expect([refused.status, (await refused.json()).code]).toEqual([413, 'payload_too_large'])
    expect(files.kept.size).toBe(kept)
    expect((await other.put(next.sha256, next.bytes)).status).toBe(201)
    // Shown by a record it counts no longer.
    expect(await crowd.statuses(checksItem('x', { photos: [first.sha256] }))).toEqual(['stored'])
    expect((await crowd.put(next.sha256, next.bytes)).status).toBe(201)
  })

  it('are dropped after a month with their files; those that are shown stay', async () => {
    const [shown, unused, later] = [await photo(), await photo(), await photo()]
    for (const { sha256, bytes } of [shown, unused]) await inspector.put(sha256, bytes)
    await inspector.statuses(checksItem('x', { photos: [shown.sha256] }))
    const before = files.kept.size
    await removeOldFiles({ db, files, now: NOW + 29 * DAY_MS }, UNUSED_PHOTOS)
    expect(files.kept.size).toBe(before)
    inspector.app.wait(20 * DAY_MS)
    await inspector.put(later.sha256, later.bytes)
    await removeOldFiles({ db, files, now: NOW + 31 * DAY_MS }, UNUSED_PHOTOS)
    const statuses = await Promise.all(
      [shown, unused, later].map(async ({ sha256 }) => (await inspector.head(sha256)).status),
    )
    expect(statuses).toEqual([200, 404, 200])
    const rows = await db.select({ key: outboxPhoto.storeKey }).from(outboxPhoto)
    expect([...files.kept.keys()].toSorted()).toEqual(rows.map(({ key }) => key).toSorted())
    // The device still has it, and sends it again when its record is told to wait.
    const item = checksItem('late', { photos: [unused.sha256] })
    expect(await inspector.statuses(item)).toEqual(['later photo_missing'])
    await inspector.put(unused.sha256, unused.bytes)
    expect(await inspector.statuses(item)).toEqual(['stored'])
  })
})
