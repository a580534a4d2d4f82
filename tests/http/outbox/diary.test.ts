import { createHash } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { diaryEvent, diaryPhoto, outboxPhoto, outboxReceipt } from '../../../db/schema/index.ts'
import type { OutboxItem } from '../../../worker/domain/outbox/outbox-item.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeDiaryEvent, makeSite, unique } from '../../support/factories.ts'
import { checksItem, type OutboxApp, outboxApp } from '../../support/outbox/outbox-app.ts'
import { makeJpeg, withMoment } from '../../support/pictures.ts'
import { makePerson } from '../../support/portal-app.ts'

let db: Database
let producer: Person
let app: OutboxApp
let siteId: string

beforeAll(async () => {
  db = (await freshDatabase()).db
})

beforeEach(async () => {
  producer = await makePerson(db, 'producer')
  app = outboxApp(db, producer)
  const { organisationId } = producer
  siteId = (await makeSite(makeContext(db), { organisationId })).id
})

const watered = (hours: string, more: object = {}): OutboxItem => ({
  ...checksItem('x', { kind: 'diary_entry', happenedOn: '2026-06-14' }),
  body: {
    ...{ siteId, kind: 'irrigation' },
    values: { source: 'river', durationHours: { value: hours, unit: 'hour' } },
    ...more,
  },
})

const correction = (entryId: string, hours: string, more: object = {}): OutboxItem => ({
  ...checksItem('x', { kind: 'diary_correction', happenedOn: '2026-06-15' }),
  body: {
    ...{ entryId, reason: 'Ghi nhầm' },
    values: { source: 'river', durationHours: { value: hours, unit: 'hour' } },
    ...more,
  },
})

const rows = () =>
  db.select().from(diaryEvent).where(eq(diaryEvent.siteId, siteId)).orderBy(asc(diaryEvent.id))

describe('entries of a diary', () => {
  it('are stored once under the id of the device, with its time and ours', async () => {
    const items = ['1', '2', '3'].map((hours) => watered(hours))
    expect(await app.statuses(...items, items[0])).toEqual([
      ...['stored', 'stored', 'stored', 'already'],
    ])
    expect(await app.statuses(...items)).toEqual(['already', 'already', 'already'])
    const stored = await rows()
    expect(stored.map(({ id }) => id)).toEqual(items.map(({ id }) => id).toSorted())
    expect(stored[0]).toMatchObject({ madeAt: items[0]?.madeAt, clockOffsetMs: 1_500, via: 'app' })
  })

  it('bring photos that were sent before, with where they were taken', async () => {
    const bytes = withMoment(await makeJpeg({ width: 16 + unique(), height: 16 }))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const item = watered('1', { photos: [sha256] })
    const next = watered('2', { photos: [sha256] })
    expect(await app.statuses(item)).toEqual(['later photo_missing'])
    expect((await app.put(sha256, bytes)).status).toBe(201)
    // One photo in two entries is fine.
    expect(await app.statuses(item, next)).toEqual(['stored', 'stored'])
    const photos = await db.select().from(diaryPhoto).where(eq(diaryPhoto.sha256, sha256))
    expect(photos.map(({ diaryEventId }) => diaryEventId).toSorted()).toEqual(
      [item.id, next.id].toSorted(),
    )
    expect(photos[0]?.lat).toBeCloseTo(10.375, 6)
    const [kept] = await db.select().from(outboxPhoto).where(eq(outboxPhoto.sha256, sha256))
    expect(kept?.usedAt).not.toBeNull()
  })

  it('are refused in words where they cannot be, and asked about where they hardly can', async () => {
    const faulty = watered('1', { values: { durationHours: { value: '2', unit: 'moons' } } })
    const unusual = watered('400')
    const elsewhere = watered('1', { siteId: 'nowhere' })
    const tomorrow = { ...watered('1'), happenedOn: '2026-06-17' }
    const results = await app.send(faulty, unusual, elsewhere, tomorrow, watered('3'))
    expect(results.map(({ status, problem }) => problem?.code ?? status)).toEqual([
      ...['invalid_input', 'needs_confirmation', 'not_found', 'invalid_input', 'stored'],
    ])
    const [question] = results[1]?.problem?.questions ?? []
    expect(question?.code).toBe('unusual_durationHours')
    // Mended on the device, under its own id.
    const yes = { ...unusual, body: { ...unusual.body, confirm: [question?.code] } }
    expect(await app.statuses(yes)).toEqual(['stored'])
  })

  it('are refused of who may not write the diary of that place', async () => {
    const stranger = outboxApp(db, await makePerson(db, 'producer'))
    const inspector = outboxApp(db, await makePerson(db, 'inspector'))
    expect(await stranger.statuses(watered('1'))).toEqual(['refused not_found'])
    expect(await inspector.statuses(watered('1'))).toEqual(['refused forbidden'])
    expect(await rows()).toEqual([])
  })
})

describe('corrections', () => {
  it('wait for the entry they amend, and go through behind it', async () => {
    const entry = watered('1')
    const amends = correction(entry.id, '2')
    expect(await app.statuses(amends)).toEqual(['later parent_missing'])
    expect(await app.statuses(amends, entry)).toEqual(['later parent_missing', 'stored'])
    expect(await app.statuses(amends)).toEqual(['stored'])
    expect(await app.statuses(amends, entry)).toEqual(['already', 'already'])
  })

  it('of one account follow one another, though the device knows the first id alone', async () => {
    const entry = watered('1')
    const [first, second] = [correction(entry.id, '2'), correction(entry.id, '3')]
    expect(await app.statuses(entry, first, second)).toEqual(['stored', 'stored', 'stored'])
    const amended = new Map((await rows()).map(({ id, amendsId }) => [id, amendsId]))
    expect([amended.get(first.id), amended.get(second.id)]).toEqual([entry.id, first.id])
    const back = correction(entry.id, '', { takeBack: true, values: undefined })
    expect(await app.statuses(back)).toEqual(['stored'])
    expect(await app.statuses(correction(entry.id, '4'))).toEqual(['refused conflict'])
  })

  it('to what stands already are done with, and add nothing', async () => {
    const entry = watered('1')
    const [first, again] = [correction(entry.id, '2'), correction(entry.id, '2')]
    expect(await app.statuses(entry, first, again, again)).toEqual([
      ...['stored', 'stored', 'stored', 'already'],
    ])
    expect(await rows()).toHaveLength(2)
    const [receipt] = await db.select().from(outboxReceipt).where(eq(outboxReceipt.id, again.id))
    expect(receipt?.entityId).toBe(first.id)
  })

  it('tell whoever comes second where two people amend one entry', async () => {
    const { organisationId } = producer
    const other = outboxApp(db, await makePerson(db, 'producer', { organisationId }))
    const { id } = await makeDiaryEvent(makeContext(db), { siteId, kind: 'irrigation' })
    expect(await app.statuses(correction(id, '2'))).toEqual(['stored'])
    const [second] = await other.send(correction(id, '3'))
    expect([second?.status, second?.problem?.code]).toEqual(['refused', 'conflict'])
  })
})

it('takes entries from programs of the organisation with the scope to send', async () => {
  const tokenOf = async (organisationRef: string) =>
    (
      await createToken({
        ctx: makeContext(db),
        input: { name: 'cân', scopes: ['outbox:write'], organisationRef },
      })
    ).token
  const send = async (token: string, item: OutboxItem) => {
    const headers = { authorization: `Bearer ${token}` }
    const { results } = await (await outboxApp(db, null).post({ items: [item] }, headers)).json()
    return results[0].problem?.code ?? results[0].status
  }
  const token = await tokenOf(producer.organisationId)
  const stranger = await tokenOf((await makePerson(db, 'producer')).organisationId)
  const item = watered('1')
  expect(await send(stranger, item)).toBe('not_found')
  expect(await send(token, item)).toBe('stored')
  expect(await send(token, item)).toBe('already')
  // The same id from the person who keeps the diary is another account's.
  expect(await app.statuses(item)).toEqual(['refused id_reused'])
  expect((await rows()).map(({ via }) => via)).toEqual(['api'])
})
