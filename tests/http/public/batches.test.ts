import { describe, expect, it } from 'vitest'
import { provenanceSchema } from '../../../worker/routes/public/schemas.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeBatch, makeContext, makeRun } from '../../support/factories.ts'
import { publicApp } from './support.ts'

const database = freshDatabase()

describe('GET /api/v1/batches/{REF}', () => {
  it('tells a sealed batch exactly as its schema has it', async () => {
    const { db } = await database
    const { batch } = await makeRun(makeContext(db))
    const { status, body } = await publicApp(db).askJson(`/api/v1/batches/${batch.ref}`)
    expect(status).toBe(200)
    expect(provenanceSchema.parse(body)).toEqual(body)
    expect(body).toMatchObject({ ref: batch.ref, packedOn: '2026-06-10', expiresOn: '2026-12-31' })
    expect(body.growingAreas[0]).toMatchObject({ code: batch.area.code, statusToday: 'active' })
  })

  it('reads REF as people type it', async () => {
    const { db } = await database
    const { batch } = await makeRun(makeContext(db))
    const typed = batch.ref.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l')
    const { body } = await publicApp(db).askJson(
      `/api/v1/batches/${typed.slice(0, 4)}-${typed.slice(4)}`,
    )
    expect(body.ref).toBe(batch.ref)
  })

  it('tells a mistyped REF (400) from an unknown one (404)', async () => {
    const { db } = await database
    const { batch } = await makeRun(makeContext(db))
    const app = publicApp(db)
    const last = batch.ref.at(-1) === 'X' ? 'Y' : 'X'
    const mistyped = await app.askJson(`/api/v1/batches/${batch.ref.slice(0, -1)}${last}`)
    expect(mistyped).toMatchObject({ status: 400, body: { code: 'malformed_code' } })
    const unknown = await app.askJson('/api/v1/batches/7K3M9QX1')
    expect(unknown).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  it('keeps a batch to itself until labels were issued for it', async () => {
    const { db } = await database
    const { ref } = await makeBatch(makeContext(db))
    expect((await publicApp(db).ask(`/api/v1/batches/${ref}`)).status).toBe(404)
  })

  it('may be read from any page, kept 30 seconds and asked for again by its tag', async () => {
    const { db } = await database
    const { batch } = await makeRun(makeContext(db))
    const app = publicApp(db)
    const first = await app.ask(`/api/v1/batches/${batch.ref}`)
    expect(first.headers.get('cache-control')).toBe('public, max-age=30')
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    expect(first.headers.get('age')).toBe('0')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"[0-9a-f]{32}"$/)
    app.wait(12_000)
    const headers = { 'if-none-match': tag }
    const again = await app.ask(`/api/v1/batches/${batch.ref}`, { headers })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('etag')).toBe(tag)
    // A cache on the way must count from the read of the database, not from this answer.
    expect(again.headers.get('age')).toBe('12')
  })

  it('has another tag once it says something else', async () => {
    const { db } = await database
    const ctx = makeContext(db)
    const { batch } = await makeRun(ctx)
    const app = publicApp(db)
    const tag = (await app.ask(`/api/v1/batches/${batch.ref}`)).headers.get('etag') ?? ''
    await recallBatch({ ctx, input: { ref: batch.ref, reason: 'Dư lượng thuốc' } })
    app.wait(30_000)
    const headers = { 'if-none-match': tag }
    const again = await app.ask(`/api/v1/batches/${batch.ref}`, { headers })
    expect(again.status).toBe(200)
    const { notices } = await again.json()
    expect(notices).toMatchObject([{ kind: 'batch_recalled', on: '2026-06-15' }])
  })

  it('is served old and marked so while the database is away, and 503 when nothing is kept', async () => {
    const { db } = await database
    const { batch } = await makeRun(makeContext(db))
    const other = await makeRun(makeContext(db))
    const app = publicApp(db)
    await app.ask(`/api/v1/batches/${batch.ref}`)
    app.breakDatabase()
    app.wait(600_000)
    const old = await app.ask(`/api/v1/batches/${batch.ref}`)
    expect(old.status).toBe(200)
    expect(old.headers.get('age')).toBe('600')
    expect(old.headers.get('warning')).toMatch(/^110 /)
    const none = await app.askJson(`/api/v1/batches/${other.batch.ref}`)
    expect(none).toMatchObject({ status: 503, body: { code: 'unavailable' } })
    expect(JSON.stringify(none.body)).not.toMatch(/SELECT|127\.0\.0\.1/)
  })
})
