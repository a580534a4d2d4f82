import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { outboxReceipt, problemReport } from '../../../db/schema/index.ts'
import type { OutboxItem } from '../../../worker/domain/outbox/outbox-item.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeUnits, unique } from '../../support/factories.ts'
import { checksItem, type OutboxApp, outboxApp } from '../../support/outbox/outbox-app.ts'
import { memoryFiles } from '../../support/outside.ts'
import { makeJpeg, withMoment } from '../../support/pictures.ts'
import { makePerson } from '../../support/portal-app.ts'

/** Of a key that nobody has. */
const UNKNOWN = `/${'0'.repeat(105)}0/B/7K3M9QX1/1`
const files = memoryFiles()

let db: Database
let producer: Person
let app: OutboxApp

beforeAll(async () => {
  db = (await freshDatabase()).db
  await makeUnits(db, [['91', 'An Giang']])
})

beforeEach(async () => {
  producer = await makePerson(db, 'producer')
  app = outboxApp(db, producer, { files })
})

const report = (body: object = {}): OutboxItem => ({
  ...checksItem('x', { kind: 'report' }),
  body: { reason: 'fake_label', ...body },
})

const rowsOf = ({ userId }: Person) =>
  db
    .select()
    .from(problemReport)
    .where(eq(problemReport.actor, `user:${userId}`))

const reportPhotos = () => [...files.kept.keys()].filter((key) => key.startsWith('reports/'))

async function photo() {
  const bytes = withMoment(await makeJpeg({ width: 16 + unique(), height: 16 }))
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

it('is stored once under its id, sent again at once, later and eight times at one moment', async () => {
  const item = report({ label: UNKNOWN, details: 'Tem in mờ', provinceCode: '91', contact: '090' })
  const all = await Promise.all(Array.from({ length: 8 }, () => app.statuses(item)))
  expect(all.flat().toSorted()).toEqual([...Array(7).fill('already'), 'stored'])
  app.app.wait(7 * 86_400_000)
  expect(await app.statuses({ ...item, v: 7, clock: null })).toEqual(['already'])
  const rows = await rowsOf(producer)
  expect(rows).toMatchObject([
    {
      ...{ reason: 'fake_label', details: 'Tem in mờ', labelText: UNKNOWN, lang: 'vi' },
      ...{ provinceCode: '91', contact: '090', state: 'new' },
      verdict: { authenticity: 'unknown' },
    },
  ])
  const [receipt] = await db.select().from(outboxReceipt).where(eq(outboxReceipt.id, item.id))
  expect(receipt).toMatchObject({ kind: 'report', entity: 'report', entityId: rows[0]?.id })
})

it('waits for its photo, and keeps it without where and when it was taken', async () => {
  const { bytes, sha256 } = await photo()
  const item = report({ reason: 'spoiled', photos: [sha256] })
  const before = reportPhotos()
  expect(await app.statuses(item)).toEqual(['later photo_missing'])
  expect(await rowsOf(producer)).toEqual([])
  await app.put(sha256, bytes)
  expect(await app.statuses(item, item)).toEqual(['stored', 'already'])
  const [row] = await rowsOf(producer)
  expect(reportPhotos().filter((key) => !before.includes(key))).toEqual([row?.photoKey])
  const kept = files.kept.get(row?.photoKey ?? '') ?? new Uint8Array()
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.length).toBeLessThan(bytes.length)
})

it('keeps a photo once, come eight times at one moment and in ten reports', async () => {
  const { bytes, sha256 } = await photo()
  await app.put(sha256, bytes)
  const before = reportPhotos().length
  const item = report({ reason: 'unwell', photos: [sha256] })
  await Promise.all(Array.from({ length: 8 }, () => app.statuses(item)))
  const more = Array.from({ length: 9 }, () => report({ reason: 'other', photos: [sha256] }))
  expect(await app.statuses(...more)).toEqual(Array(9).fill('stored'))
  expect(reportPhotos().length).toBe(before + 1)
})

it('shows no photo of another account', async () => {
  const { bytes, sha256 } = await photo()
  const other = outboxApp(db, await makePerson(db, 'packer'), { files })
  await other.put(sha256, bytes)
  expect(await app.statuses(report({ photos: [sha256] }))).toEqual(['later photo_missing'])
})

it('is refused by name where it cannot be read, and stops no other', async () => {
  const results = await app.send(
    report({ reason: 'bored' }),
    report({ provinceCode: '00' }),
    report({ details: 'x'.repeat(2_001) }),
    report({ photos: ['a'.repeat(64), 'b'.repeat(64)] }),
    report({ colour: 'red' }),
    report(),
  )
  const faults = results.map(({ problem }) => problem?.errors?.map(({ path }) => path) ?? [])
  expect(faults).toEqual([['reason'], ['provinceCode'], ['details'], ['photos'], ['colour'], []])
  expect(results.map(({ status }) => status)).toEqual([...Array(5).fill('refused'), 'stored'])
  expect(await rowsOf(producer)).toHaveLength(1)
})

it('may be sent in every role, under its own account alone, and by no program', async () => {
  const item = report()
  for (const role of ['producer', 'packer', 'inspector', 'officer', 'agency', 'admin'] as const) {
    expect(await outboxApp(db, await makePerson(db, role)).statuses(report())).toEqual(['stored'])
  }
  expect(await app.statuses(item)).toEqual(['stored'])
  const other = outboxApp(db, await makePerson(db, 'producer'))
  expect(await other.statuses(item)).toEqual(['refused id_reused'])
  const input = { name: 'x', scopes: ['outbox:write' as const] }
  const { token } = await createToken({
    ctx: makeContext(db),
    input: { ...input, organisationRef: producer.organisationId },
  })
  const headers = { authorization: `Bearer ${token}` }
  const answer = await outboxApp(db, null).post({ items: [report()] }, headers)
  const { results } = await answer.json()
  expect([results[0].status, results[0].problem.code]).toEqual(['refused', 'forbidden'])
})
