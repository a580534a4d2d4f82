import { asc, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { connectWeb, type Database } from '../../../db/client.ts'
import { labelCheck, outboxReceipt } from '../../../db/schema/index.ts'
import type { SCOPES } from '../../../worker/verbs/context.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeOrganisation, makeRun, NOW } from '../../support/factories.ts'
import {
  checksItem,
  newItemId,
  type OutboxApp,
  outboxApp,
} from '../../support/outbox/outbox-app.ts'
import { makePerson } from '../../support/portal-app.ts'

const AN_GIANG = { provinceCode: '91', communeCode: null }

let db: Database
let inspector: OutboxApp

beforeAll(async () => {
  db = (await freshDatabase()).db
  inspector = outboxApp(db, await makePerson(db, 'inspector', { place: AN_GIANG }))
})

const notesOf = async (...ids: readonly string[]) => {
  const rows = await db.select().from(labelCheck).orderBy(asc(labelCheck.recordedAt))
  return rows.filter(({ recordId }) => ids.includes(recordId)).map(({ note }) => note)
}

describe('POST /api/v1/outbox', () => {
  it('stores records in the order sent and answers in that order', async () => {
    const items = ['one', 'two', 'three'].map((note) => checksItem(note))
    expect(await inspector.send(...items)).toEqual(
      items.map(({ id }) => ({ id, status: 'stored' })),
    )
    const rows = await db.all<{ id: string }>(
      sql`SELECT entity_id AS id FROM audit_log WHERE action = 'labels.check' ORDER BY seq`,
    )
    expect(rows.map(({ id }) => id).slice(-3)).toEqual(items.map(({ id }) => id))
  })

  it('keeps the device’s time and ours', async () => {
    const item = checksItem('times', { madeAt: NOW - 400 * 86_400_000, v: '2.1.0' })
    await inspector.send(item)
    const [receipt] = await db.select().from(outboxReceipt).where(eq(outboxReceipt.id, item.id))
    expect(receipt).toMatchObject({
      ...{ version: '2.1.0', happenedOn: '2026-06-15', madeAt: NOW - 400 * 86_400_000 },
      ...{ clockOffsetMs: 1_500, clockMeasuredAt: NOW - 3_600_000, receivedAt: NOW },
      ...{ kind: 'label_checks', entity: 'label_check', entityId: item.id },
    })
  })

  it('stores a record once, sent again in whatever spelling of its id, and in one request twice', async () => {
    const item = checksItem('once')
    const shouted = { ...item, id: item.id.toUpperCase() }
    expect(await inspector.statuses(item, item, shouted)).toEqual(['stored', 'already', 'already'])
    inspector.app.wait(7 * 86_400_000)
    // Another version of the app on another line, its clock mended since.
    const again = { ...shouted, v: 7, madeAt: 5, clock: null }
    expect(await inspector.statuses(again)).toEqual(['already'])
    expect(await notesOf(item.id)).toEqual(['once'])
  })

  it('knows a body by what it says, not by how it is written', async () => {
    const item = checksItem('Kiểm tra'.normalize('NFC'))
    await inspector.send(item)
    const [check] = item.body['checks'] as Record<string, unknown>[]
    const turned = Object.fromEntries(Object.entries(check ?? {}).reverse())
    const again = { ...item, body: { checks: [{ ...turned, note: 'Kiểm tra'.normalize('NFD') }] } }
    expect(await inspector.statuses(again)).toEqual(['already'])
  })

  it('refuses an id under which something else is stored, or somebody else’s', async () => {
    const item = checksItem('first')
    await inspector.send(item)
    const other = outboxApp(db, await makePerson(db, 'inspector', { place: AN_GIANG }))
    expect(await inspector.statuses({ ...checksItem('second'), id: item.id })).toEqual([
      'refused id_reused',
    ])
    expect(await inspector.statuses({ ...item, happenedOn: '2026-06-14' })).toEqual([
      'refused id_reused',
    ])
    expect(await other.statuses(item)).toEqual(['refused id_reused'])
    expect(await notesOf(item.id)).toEqual(['first'])
  })

  it('lets no item stop the others, whatever it is', async () => {
    const [one, last] = [checksItem('good'), checksItem('good too')]
    const wrong: readonly unknown[] = [
      ...[null, 1, 'x', [], {}, { id: newItemId() }],
      ...[{ ...checksItem('x'), id: '5f0c3f5e-8f0b-4b57-9a55-0d0b7c4a1f11' }],
      ...[
        { ...checksItem('x'), happenedOn: '2026-02-30' },
        { ...checksItem('x'), madeAt: 1.5 },
      ],
      ...[
        { ...checksItem('x'), extra: 1 },
        { ...checksItem('x'), body: { checks: [] } },
      ],
      { ...checksItem('x'), body: { checks: [{ scanned: '\ud800' }] } },
      { ...checksItem('x'), clock: { offsetMs: 'soon', measuredAt: 1 } },
    ]
    const results = await inspector.statuses(one, ...wrong, last)
    expect(results).toEqual(['stored', ...wrong.map(() => 'refused invalid_input'), 'stored'])
  })

  it('refuses what an older or newer app sends in words, naming what it does not know', async () => {
    const unknown = { ...checksItem('x'), kind: 'weather' }
    const old = { ...checksItem('x'), v: 0 }
    const item = checksItem('x')
    const [check] = item.body['checks'] as object[]
    const newer = { ...item, body: { checks: [{ ...check, colour: 'red' }] } }
    const results = await inspector.send(unknown, old, newer)
    expect(results.map(({ status, problem }) => [status, problem?.code])).toEqual([
      ['refused', 'unknown_kind'],
      ['refused', 'app_outdated'],
      ['refused', 'invalid_input'],
    ])
    expect(results[0]?.problem?.detail).toContain('weather')
    expect(results[2]?.problem?.errors?.map(({ path }) => path)).toEqual(['checks.0.colour'])
  })

  it('judges rights when it arrives: who may not check labels is refused, record by record', async () => {
    const producer = outboxApp(db, await makePerson(db, 'producer'))
    expect(await producer.statuses(checksItem('x'), checksItem('y'))).toEqual([
      'refused forbidden',
      'refused forbidden',
    ])
  })

  it('answers 401 before it looks at anything else', async () => {
    const nobody = outboxApp(db, null)
    for (const headers of [{}, { 'sec-fetch-site': 'cross-site' }, { 'content-type': 'x/y' }]) {
      const response = await nobody.post('{', headers)
      expect(response.status).toBe(401)
      expect((await response.json()).code).toBe('unauthenticated')
    }
    const large = await nobody.post('x'.repeat(2_000_000))
    expect(large.status).toBe(401)
  })

  it('takes it from pages of our own alone, and a queue from its own account alone', async () => {
    const item = checksItem('elsewhere')
    const foreign = await inspector.post({ items: [item] }, { 'sec-fetch-site': 'cross-site' })
    expect(foreign.status).toBe(403)
    const none = await inspector.post({ items: [item] }, {})
    expect(none.status).toBe(403)
    const byOrigin = await inspector.post({ items: [] }, { origin: 'https://tem.example.vn' })
    expect(byOrigin.status).toBe(200)
    const theirs = { 'sec-fetch-site': 'same-origin', 'goc-account': 'somebody-else' }
    const mixed = await inspector.post({ items: [item] }, theirs)
    expect([mixed.status, (await mixed.json()).code]).toEqual([409, 'other_account'])
    expect(await notesOf(item.id)).toEqual([])
  })

  it('bounds what is sent at once', async () => {
    const many = Array.from({ length: 101 }, () => checksItem('x'))
    expect((await inspector.post({ items: many })).status).toBe(400)
    expect((await inspector.post({ items: 'x' })).status).toBe(400)
    expect((await inspector.post({ items: [], more: 1 })).status).toBe(400)
    expect((await inspector.post('[')).status).toBe(400)
    expect((await inspector.post({ items: ['x'.repeat(1_100_000)] })).status).toBe(413)
    const plain = { 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' }
    expect((await inspector.post('{}', plain)).status).toBe(415)
    expect(await inspector.send()).toEqual([])
  })

  it('says our time, so that a device knows how wrong its clock is', async () => {
    const { headers } = await inspector.post({ items: [] })
    const now = Number(headers.get('goc-server-now'))
    expect(Date.parse(headers.get('date') ?? '')).toBe(Math.floor(now / 1_000) * 1_000)
  })

  it('lets everything wait while the database is away, and nothing is refused for it', async () => {
    const item = checksItem('patience')
    const person = await makePerson(db, 'inspector')
    const away = outboxApp(db, person, {
      db: () => connectWeb({ url: 'http://127.0.0.1:9', authToken: undefined }),
    })
    expect(await away.statuses(item, checksItem('x'), null)).toEqual([
      ...['later unavailable', 'later unavailable', 'refused invalid_input'],
    ])
    expect(await outboxApp(db, person).statuses(item)).toEqual(['stored'])
  })

  it('stores one record of many that arrive at the same moment, and answers each', async () => {
    const item = checksItem('at once')
    const all = await Promise.all(Array.from({ length: 8 }, () => inspector.statuses(item)))
    expect(all.flat().toSorted()).toEqual([...Array(7).fill('already'), 'stored'])
    expect(await notesOf(item.id)).toEqual(['at once'])
  })
})

describe('a program', () => {
  it('may send with its scope, records of diaries alone', async () => {
    const ctx = makeContext(db)
    const { id: organisationRef } = await makeOrganisation(ctx)
    const tokenFor = async (scopes: (typeof SCOPES)[number][]) =>
      (await createToken({ ctx, input: { name: 'x', scopes, organisationRef } })).token
    const nobody = outboxApp(db, null)
    const ask = async (token: string) =>
      nobody.post({ items: [checksItem('x')] }, { authorization: `Bearer ${token}` })

    expect((await ask('goc_wrong')).status).toBe(401)
    expect((await ask(await tokenFor(['diary:write', 'batches:write']))).status).toBe(403)
    const response = await ask(await tokenFor(['outbox:write']))
    const { results } = await response.json()
    expect([results[0].status, results[0].problem.code]).toEqual(['refused', 'forbidden'])
  })
})

describe('checks of labels', () => {
  it('are kept as they were seen, with the batch and serial that the text names', async () => {
    const ctx = makeContext(db)
    const { run, batch } = await makeRun(ctx)
    const [label] = await collectLabels(await reprint({ ctx, input: { runId: run.id, to: 1 } }))
    const item = checksItem('x')
    const checks = [
      {
        ...{ scanned: label?.url ?? '', authenticity: 'genuine', standing: 'notice' },
        ...{ mode: 'online', checkedAt: NOW, note: 'sạp 12' },
        place: { latitude: 10.37, longitude: 105.43, accuracyM: 12 },
      },
      {
        scanned: 'https://elsewhere.vn/x',
        authenticity: 'malformed',
        mode: 'offline',
        checkedAt: 1,
      },
    ]
    expect(await inspector.statuses({ ...item, body: { checks } })).toEqual(['stored'])
    const rows = await db
      .select()
      .from(labelCheck)
      .where(eq(labelCheck.recordId, item.id))
      .orderBy(labelCheck.position)
    expect(rows).toMatchObject([
      { batchRef: batch.ref, serial: 1, standing: 'notice', latitude: 10.37, provinceCode: '91' },
      { batchRef: null, serial: null, standing: null, latitude: null, checkedOn: '2026-06-15' },
    ])
  })

  it('cannot say that a forged label may be sold', async () => {
    const item = checksItem('x')
    const check = { scanned: 'x', authenticity: 'forged', standing: 'clear', mode: 'online' }
    const [result] = await inspector.send({
      ...item,
      body: { checks: [{ ...check, checkedAt: 1 }] },
    })
    expect(result?.problem?.errors?.map(({ path }) => path)).toEqual(['checks.0.standing'])
  })

  it('are never changed or taken away', async () => {
    for (const table of ['label_check', 'outbox_receipt']) {
      await expect(db.run(sql.raw(`DELETE FROM ${table}`))).rejects.toThrow()
    }
  })
})
