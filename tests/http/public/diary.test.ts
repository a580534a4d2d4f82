import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { diaryEvent } from '../../../db/schema/index.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeDiaryEvent, makeRun } from '../../support/factories.ts'
import { type Json, type PublicApp, publicApp } from './support.ts'

let db: Database
let app: PublicApp

beforeAll(async () => {
  db = (await freshDatabase()).db
  app = publicApp(db)
})

async function program() {
  const ctx = makeContext(db)
  const { batch } = await makeRun(ctx)
  const { siteId } = batch.area
  const { id } = await makeDiaryEvent(ctx, {
    ...{ siteId, kind: 'plant_protection', occurredOn: '2026-06-01' },
    ...{ summary: 'Phun thuốc: Thuốc Mẫu', details: { product: 'Thuốc Mẫu', intervalDays: 3 } },
  })
  const { siteId: _, organisationId } = { siteId, organisationId: batch.organisationId }
  const input = {
    name: 'phần mềm',
    scopes: ['diary:write' as const],
    organisationRef: organisationId,
  }
  const { token } = await createToken({ ctx, input })
  const call = async (path: string, body?: unknown, key?: string) => {
    const response = await app.ask(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const json: Json = await response.json()
    return { status: response.status, location: response.headers.get('location'), json }
  }
  return { ref: batch.ref, siteId, id, call }
}

describe('diaries for programs', () => {
  it('are listed, corrected and shown in public with what they said before', async () => {
    const { ref, siteId, id, call } = await program()
    const list = await call(`/api/v1/diary?site=${siteId}`)
    expect(list.json.items).toMatchObject([{ id, amends: null, amendedBy: null, takesBack: false }])
    const made = await call(`/api/v1/diary/${id}/corrections`, {
      reason: 'Ghi nhầm',
      intervalDays: 14,
    })
    expect([made.status, made.location]).toEqual([201, `/api/v1/diary/${made.json.id}`])
    expect((await call(`/api/v1/diary/${id}`)).json).toMatchObject({ amendedBy: made.json.id })
    expect((await call(made.location ?? '')).json).toMatchObject({ amends: id, reason: 'Ghi nhầm' })
    const { json } = await call(`/api/v1/batches/${ref}`)
    expect(json.diary ?? json.batch?.diary).toMatchObject([
      { id: made.json.id, earlier: [{ id, details: { intervalDays: 3 } }], takenBackAt: null },
    ])
  })

  it('are corrected once, with a key or without, however often it is asked', async () => {
    const { siteId, id, call } = await program()
    const path = `/api/v1/diary/${id}/corrections`
    const correction = { reason: 'Ghi nhầm', dose: '0,5 lít/ha' }
    const answers = [
      await call(path, correction, 'k1'),
      await call(path, correction, 'k1'),
      await call(path, correction, 'k2'),
      await call(path, correction),
    ]
    expect(new Set(answers.map(({ status, json }) => `${status} ${json.id}`)).size).toBe(1)
    const other = await call(path, { ...correction, dose: '1 lít/ha' })
    expect([other.status, other.json.code, other.json.existing.id]).toEqual([
      409,
      'conflict',
      answers[0]?.json.id,
    ])
    const rows = await db.select().from(diaryEvent)
    expect(rows.filter((row) => row.siteId === siteId)).toHaveLength(2)
  })

  it('refuse what is no field by its name, and a kind there is not', async () => {
    const { id, call } = await program()
    const path = `/api/v1/diary/${id}/corrections`
    for (const wrong of [{ kind: 'dance' }, { reason: '' }, { intervalDays: -1 }]) {
      const { status, json } = await call(path, { reason: 'x', ...wrong })
      expect([status, json.errors[0].path]).toEqual([400, Object.keys(wrong)[0]])
    }
    expect((await call('/api/v1/diary?sites=x')).status).toBe(400)
  })
})
