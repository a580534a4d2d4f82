import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { fetchTransport } from '../../site/app/outbox/fetch-transport.ts'
import { memoryStorage } from '../../site/app/outbox/memory-storage.ts'
import { createOutbox, type Outbox } from '../../site/app/outbox/outbox.ts'
import { vietnamDateOf } from '../../worker/lib/time/vietnam-date-of.ts'
import { type Row, ratioRow } from './measure.ts'
import { cookieOf } from './portal-client.ts'
import type { Effort } from './scan-rows.ts'
import type { Stage } from './stage.ts'

const RECORDS = 50
const PHOTOS_EACH = 4
const PHOTO_BYTES = 200 * 1024
/** The line breaks after so many requests, in the middle of one. */
const BREAKS_AFTER = 90

/**
 * Fifty records with two hundred photos in one go over a line that breaks twice, resumed where it broke,
 * as a telephone sends them: session, queue and all. Against the same bytes in the same number of
 * requests, one behind the other, that are answered with a constant string.
 */
export async function outboxRow(stage: Stage, effort: Effort): Promise<Row> {
  const cookie = await cookieOf(stage, 'inspector')
  const [{ id: accountId } = { id: '' }] = await stage.database.db.all<{ id: string }>(sql`
    SELECT m.user_id AS id FROM member m JOIN user u ON u.id = m.user_id
    WHERE u.email LIKE 'inspector@%'`)
  const rounds = []
  for (let round = 0; round < effort.rounds; round++) {
    const outbox = await filledOutbox({ stage, cookie, accountId })
    const value = await timed(() => sendAll(outbox))
    const floor = await timed(() => sendFloor(stage.floor.origin))
    rounds.push({ value, floor })
  }
  return ratioRow({
    ...{ name: 'outbox', unit: 'ms', rounds, aim: 4, better: 'lower' },
    note: `${RECORDS} records, ${RECORDS * PHOTOS_EACH} photos; floor: their bytes to a constant answer`,
  })
}

async function filledOutbox(given: {
  readonly stage: Stage
  readonly cookie: string
  readonly accountId: string
}): Promise<Outbox> {
  const { stage, cookie, accountId } = given
  let requests = 0
  const outbox = createOutbox({
    ...{ accountId, storage: memoryStorage(), version: 1, now: Date.now },
    transport: fetchTransport({
      now: Date.now,
      language: () => 'vi',
      onServerTime: () => undefined,
      fetch: async (path, init) => {
        requests += 1
        const headers = new Headers(init?.headers)
        headers.set('cookie', cookie)
        headers.set('sec-fetch-site', 'same-origin')
        const response = await fetch(`${stage.worker.origin}${path}`, { ...init, headers })
        if (requests % BREAKS_AFTER === 0) throw new TypeError('the line broke')
        return response
      },
    }),
    alone: (_, work) => work(),
    randomBytes: (count) => randomBytes(count),
  })
  for (let i = 0; i < RECORDS; i++) {
    const photos = Array.from({ length: PHOTOS_EACH }, () => ({
      ...{ bytes: photoOf(), mediaType: 'image/jpeg' },
    }))
    await outbox.add({
      ...{ kind: 'label_checks', happenedOn: vietnamDateOf(Date.now()), photos },
      body: (hashes) => ({
        checks: [
          {
            scanned: `bench ${i}`,
            authenticity: 'unknown',
            mode: 'offline',
            checkedAt: Date.now(),
            photos: hashes,
          },
        ],
      }),
    })
  }
  return outbox
}

/** A JPEG of 200 KiB as far as its headers go; nothing of it is decoded where it arrives. */
function photoOf(): Uint8Array<ArrayBuffer> {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0]
  const head = [0xff, 0xd8, ...frame, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]
  const data = randomBytes(PHOTO_BYTES - head.length - 2).map((byte) => (byte === 0xff ? 0 : byte))
  return Uint8Array.from([...head, ...data, 0xff, 0xd9])
}

async function sendAll(outbox: Outbox): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    if ((await outbox.send()).status !== 'sent') continue
    const left = (await outbox.list()).filter(({ state }) => state !== 'stored')
    const [first] = left
    if (first !== undefined) throw new Error(`a record was not stored: ${first.problem?.code}`)
    return
  }
  throw new Error('the line broke too often')
}

async function sendFloor(origin: string): Promise<void> {
  const photo = photoOf()
  const post = async (body: Uint8Array<ArrayBuffer> | string) => {
    const response = await fetch(`${origin}/constant`, { method: 'POST', body })
    await response.arrayBuffer()
  }
  for (let i = 0; i < RECORDS; i++) {
    for (let k = 0; k < PHOTOS_EACH; k++) await post(photo)
    await post('x'.repeat(1_000))
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
