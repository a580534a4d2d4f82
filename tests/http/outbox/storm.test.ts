import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { fetchTransport } from '../../../site/app/outbox/fetch-transport.ts'
import {
  emptyDisk,
  type MemoryDisk,
  memoryStorage,
} from '../../../site/app/outbox/memory-storage.ts'
import { createOutbox, type Outbox } from '../../../site/app/outbox/outbox.ts'
import type { KeptRecord, Photo } from '../../../site/app/outbox/record.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeOrganisation } from '../../support/factories.ts'
import { type Chance, chance } from '../../support/outbox/chance.ts'
import { Killed, killableStorage } from '../../support/outbox/killable-device.ts'
import {
  CALM,
  type Storm,
  type StormyServer,
  stormyServer,
} from '../../support/outbox/stormy-server.ts'
import { makeJpeg } from '../../support/pictures.ts'
import { makePerson } from '../../support/portal-app.ts'

/** So many with every run of the tests; `GOC_STORMS=1000` for a long night. */
const RUNS = Number(process.env['GOC_STORMS'] ?? 100)
const YEAR_MS = 365 * 86_400_000
const NOW = Date.UTC(2026, 10, 30)

let db: Database
let server: StormyServer
let dice: Chance
let organisationId: string
const photos: Photo[] = []
const tally = { stored: 0, mended: 0, dropped: 0, superseded: 0 }

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const test = await freshDatabase()
  db = test.db
  organisationId = (await makeOrganisation(makeContext(db), { kind: 'state' })).id
  server = stormyServer({ url: test.url, chance: () => dice })
  for (let tone = 0; tone < 6; tone++) {
    const bytes = new Uint8Array(await makeJpeg({ width: 16, height: 16, tone: tone * 30 }))
    photos.push({ bytes, mediaType: 'image/jpeg' })
  }
})

/** What a record says; a wrong one is refused until it is mended. */
const says = (note: string, { isWrong = false, hashes = [] as readonly string[] } = {}) => ({
  checks: [
    {
      ...{ scanned: note, mode: 'offline', checkedAt: 1, note, photos: hashes },
      ...(isWrong ? { authenticity: 'forged', standing: 'clear' } : { authenticity: 'forged' }),
    },
  ],
})

const noteOf = ({ body }: Pick<KeptRecord, 'body'>): string => {
  const { checks } = body as ReturnType<typeof says>
  return checks[0]?.note ?? ''
}

/** One device of one account in one storm. */
async function run(seed: number) {
  dice = chance(seed)
  const person = await makePerson(db, 'inspector', { organisationId })
  server.signIn(person)
  const disk = emptyDisk()
  /** Ids whose `add` has answered, with what they said last. */
  const promised = new Map<string, string>()
  const dropped = new Set<string>()
  const seqs = new Map<string, number>()
  /** Whose first words arrived late after all, so that the mended ones were refused: let go. */
  const superseded = new Set<string>()
  /** What was mended stands behind what it waited for. */
  const outOfOrder = new Set<string>()
  let deviceNow = NOW
  let mayDie = true
  let count = 0
  const open = (): Outbox =>
    createOutbox({
      accountId: person.userId,
      storage: killableStorage(memoryStorage({ disk }), {
        chance: dice,
        likelihood: () => (mayDie ? 0.02 : 0),
      }),
      transport: fetchTransport({
        fetch: server.fetch,
        now: () => deviceNow,
        language: () => 'vi',
        onServerTime: () => undefined,
      }),
      alone: (_, work) => work(),
      version: 1,
      now: () => deviceNow,
      randomBytes: (n) => Uint8Array.from({ length: n }, () => dice.upTo(256)),
    })
  let outbox = open()
  const record = (id: string) => [...disk.records.values()].find((each) => each.id === id)

  const add = async () => {
    count += 1
    const note = `${seed}/${count}`
    const isWrong = dice.happens(0.15)
    const taken = Array.from({ length: dice.upTo(3) }, () => dice.of(photos))
    const added = await outbox.add({
      ...{ kind: 'label_checks', happenedOn: '2026-11-30', photos: taken },
      body: (hashes) => says(note, { isWrong, hashes }),
    })
    if (added.status === 'kept') promised.set(added.record.id, note)
  }
  const touch = async () => {
    const [refused] = (await outbox.list()).filter(({ state }) => state === 'refused')
    const any = [...disk.records.values()]
    const chosen = refused ?? (any.length === 0 ? undefined : dice.of(any))
    if (chosen === undefined) return
    const { id } = chosen
    if (chosen.problem?.code === 'id_reused') superseded.add(id)
    if (superseded.has(id) || dice.happens(0.2)) {
      await outbox.drop(id)
      return
    }
    const note = `${noteOf(chosen)}+`
    outOfOrder.add(id)
    await outbox.mend(id, { body: says(note) })
  }
  const acts = [
    ...[add, add, add, touch],
    async () => void (await outbox.send()),
    // Two tabs at once, without a lock.
    async () => void (await Promise.all([outbox.send(), open().send()])),
    async () => void (await server.deliverLate()),
    async () => {
      deviceNow += Math.round((dice.next() - 0.5) * 2 * YEAR_MS)
      server.setClock(NOW + dice.upTo(YEAR_MS))
    },
  ]

  server.setClock(NOW)
  server.setStorm(STORM)
  for (let step = 0; step < 14; step++) {
    try {
      await dice.of(acts)()
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      outbox = open()
    }
    for (const { id, seq, state } of disk.records.values()) {
      seqs.set(id, seq)
      // Also where the page was killed before it could say so.
      if (state === 'dropped') dropped.add(id)
    }
  }
  // The storm is over: what waits goes, what is refused is mended, what was held up arrives late.
  server.setStorm(CALM)
  mayDie = false
  outbox = open()
  for (let again = 0; again < 4; again++) {
    for (const { id, state, problem } of await outbox.list()) {
      if (state !== 'refused') continue
      outOfOrder.add(id)
      if (problem?.code === 'id_reused') {
        superseded.add(id)
        await outbox.drop(id)
        continue
      }
      await outbox.mend(id, { body: says(noteOf(record(id) ?? { body: says('') })) })
    }
    expect(await outbox.send()).toEqual({ status: 'sent', waiting: 0 })
  }
  await server.deliverLate()
  for (const { id, state } of disk.records.values()) if (state === 'dropped') dropped.add(id)
  for (const id of superseded) dropped.delete(id)
  return { person, disk, promised, dropped, outOfOrder, seqs, superseded }
}

const STORM: Storm = { lost: 0.15, unheard: 0.15, doubled: 0.15, database: 0.04 }

type Ended = Awaited<ReturnType<typeof run>>

/** What stands in the database in the order it was stored, and what the device believes. */
async function verify(ended: Ended): Promise<void> {
  const { person, disk, promised, dropped, outOfOrder, seqs, superseded } = ended
  const stored = await db.all<{ id: string; note: string }>(sql`
    SELECT r.id, c.note FROM outbox_receipt r JOIN label_check c ON c.record_id = r.id
    WHERE r.account = ${`user:${person.userId}`} ORDER BY r.rowid`)
  const ids = stored.map(({ id }) => id)
  // None twice, under whatever id.
  const written = stored.map(({ note }) => note.replace(/\++$/, ''))
  expect(new Set(written).size).toBe(ids.length)
  const kept = recordsOf(disk)
  // None lost: all that was ever promised and not dropped.
  const expected = [...promised.keys()].filter((id) => !dropped.has(id))
  expect(expected.filter((id) => !ids.includes(id))).toEqual([])
  // None that nobody wrote, and none that was dropped.
  expect(ids.filter((id) => dropped.has(id))).toEqual([])
  for (const record of kept.filter(({ id }) => !superseded.has(id))) {
    expect([record.id, record.state]).toEqual([
      record.id,
      dropped.has(record.id) ? 'dropped' : 'stored',
    ])
    // What is stored is what the device says it is.
    const there = stored.find(({ id }) => id === record.id)
    if (record.state === 'stored') expect(there?.note).toBe(noteOf(record))
  }
  expect(disk.photos.size).toBe(0)
  // In the order they were written; what had to be mended came later.
  const order = ids.filter((id) => !outOfOrder.has(id)).map((id) => seqs.get(id) ?? 0)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  tally.stored += ids.length
  tally.mended += outOfOrder.size
  tally.dropped += dropped.size
  tally.superseded += superseded.size
}

const recordsOf = (disk: MemoryDisk) => [...disk.records.values()].sort((a, b) => a.seq - b.seq)

describe(`the outbox in ${RUNS} storms`, () => {
  it('loses nothing, doubles nothing and keeps the order', async () => {
    for (let seed = 1; seed <= RUNS; seed++) {
      try {
        await verify(await run(seed))
      } catch (error) {
        throw new Error(`storm ${seed}: ${error instanceof Error ? error.message : error}`, {
          cause: error,
        })
      }
    }
    // The author is told of those few, and knows that one of them stands.
    expect(tally.superseded).toBeLessThan(RUNS / 20)
    // It must have stormed: a calm sea proves nothing.
    expect(server.kills()).toBeGreaterThan(RUNS / 10)
    expect(tally.stored).toBeGreaterThan(RUNS * 3)
    expect(tally.mended + tally.dropped).toBeGreaterThan(RUNS / 3)
  }, 600_000)
})
