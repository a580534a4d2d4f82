import { describe, expect, it } from 'vitest'
import { codeChangesSchema } from '../../../worker/routes/public/codes/contract.ts'
import { noticeListSchema } from '../../../worker/routes/public/notices/contract.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { withdrawCode } from '../../../worker/verbs/codes/withdraw-code.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeRun, setStatus } from '../../support/factories.ts'
import { decide, laterContext, latestAt } from './notices-support.ts'
import { type Json, publicApp } from './support.ts'

const at = (epochMs: number) => encodeURIComponent(new Date(epochMs).toISOString())

describe('GET /api/v1/notices?since=', () => {
  it('tells what was recorded from then on, and what was said before and taken back since', async () => {
    const { db } = await freshDatabase()
    const ask = async (since: number, rest = '') => {
      const { body } = await publicApp(db).askJson(`/api/v1/notices?since=${at(since)}${rest}`)
      expect(noticeListSchema.parse(body)).toEqual(body)
      return body
    }
    const ids = ({ items }: Json) => items.map(({ id }: Json) => id)
    const [a, b, c] = [
      await makeCode(laterContext(db)),
      await makeCode(laterContext(db)),
      await makeCode(laterContext(db)),
    ]
    const stands = await decide(db, { codeId: a.id, status: 'suspended' })
    const mistaken = await decide(db, { codeId: b.id, status: 'revoked' })
    const wrongDay = await decide(db, { codeId: c.id, status: 'suspended' })
    const { batch } = await makeRun(laterContext(db))
    const ctx = laterContext(db)
    const recall = await recallBatch({ ctx, input: { ref: batch.ref, reason: 'Dư lượng' } })
    const since = latestAt() + 1
    expect(ids(await ask(since))).toEqual([])
    await decide(db, { codeId: b.id, status: 'none', amendsId: mistaken })
    const right = await decide(db, {
      codeId: c.id,
      status: 'suspended',
      effectiveOn: '2026-06-11',
      amendsId: wrongDay,
    })
    const later = laterContext(db)
    const back = { ref: batch.ref, reason: 'Nhầm', withdraw: true as const }
    await recallBatch({ ctx: later, input: back })
    const fresh = await decide(db, { codeId: a.id, status: 'active', effectiveOn: '2026-06-12' })
    const body = await ask(since)
    expect(ids(body)).toEqual([fresh, right, recall.ids[0], mistaken])
    const byId = new Map<string, Json>(body.items.map((item: Json) => [item.id, item]))
    expect(byId.get(mistaken).withdrawnAt).not.toBeNull()
    expect(byId.get(recall.ids[0] ?? '').withdrawnAt).not.toBeNull()
    // Who kept the wrong one learns that it is no more.
    expect(byId.get(right).replaces).toBe(wrongDay)
    expect(ids(body)).not.toContain(stands)
    const all = await publicApp(db).askJson('/api/v1/notices')
    expect(ids(all.body)).toContain(stands)
    expect(Date.parse(body.nextSince)).toBeLessThan(Date.parse(body.asOf))
  })

  it('goes on page by page, as JSON and as Atom', async () => {
    const { db } = await freshDatabase()
    const made = await makeCode(laterContext(db))
    const since = latestAt()
    for (let day = 1; day <= 30; day++) {
      const effectiveOn = `2026-05-${String(day).padStart(2, '0')}`
      await decide(db, { codeId: made.id, status: 'suspended', effectiveOn })
      await decide(db, { codeId: made.id, status: 'revoked', effectiveOn })
    }
    const app = publicApp(db)
    const first = await app.askJson(`/api/v1/notices?since=${at(since)}`)
    const rest = `&cursor=${first.body.nextCursor}`
    const second = await app.askJson(`/api/v1/notices?since=${at(since)}${rest}`)
    expect(first.body.items.length + second.body.items.length).toBe(60)
    expect(second.body.nextCursor).toBeNull()
    const atom = await (await app.ask(`/api/v1/notices.atom?since=${at(since)}`)).text()
    expect(atom).toMatch(/rel="next"[^>]+since=2026-[^>]+cursor=/)
  })

  it('is refused for what is no instant', async () => {
    const { db } = await freshDatabase()
    for (const path of ['/api/v1/notices', '/api/v1/codes']) {
      for (const since of ['yesterday', '2026-06-01', '2026-06-01T00:00:00', '5']) {
        const { status, body } = await publicApp(db).askJson(`${path}?since=${since}`)
        expect([since, status, body.errors?.[0]?.path]).toEqual([since, 400, 'since'])
      }
    }
  })
})

describe('GET /api/v1/codes?since=', () => {
  it('tells codes that changed once each, as they stand, and those that were taken out', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    const app = publicApp(db)
    // What changes in the register counts by the clock of the database.
    const ask = async (since: string | number, rest = '') => {
      const asked = typeof since === 'string' ? encodeURIComponent(since) : at(since)
      const { body } = await app.askJson(`/api/v1/codes?since=${asked}${rest}`)
      expect(codeChangesSchema.parse(body)).toEqual(body)
      return body
    }
    const [a, b, c] = [await makeCode(ctx), await makeCode(ctx), await makeCode(ctx)]
    const codes = ({ items }: Json) => items.map(({ code }: Json) => code)
    expect(codes(await ask(0))).toEqual([a.code, b.code, c.code])
    await passes()
    const since = Date.now()
    expect(await ask(since)).toMatchObject({ items: [], withdrawn: [], nextCursor: null })
    const given = { codeId: b.id, market: 'CHN' } as const
    await setStatus(ctx, { ...given, status: 'suspended', effectiveOn: '2026-06-01' })
    await setStatus(ctx, { ...given, status: 'revoked', effectiveOn: '2026-06-02' })
    await withdrawCode({ ctx, input: { code: a.code, reason: 'Nhập nhầm' } })
    const changed = await ask(since)
    expect(codes(changed)).toEqual([b.code])
    expect(changed.items[0].markets).toContainEqual(
      expect.objectContaining({ market: 'CHN', statusToday: 'revoked' }),
    )
    expect(changed.withdrawn).toEqual([{ code: a.code, withdrawnOn: '2026-06-15' }])
    const first = await ask(since, '&limit=1')
    const second = await ask(since, `&limit=1&cursor=${first.nextCursor}`)
    expect([...codes(first), ...codes(second)]).toEqual([b.code])
    expect([...first.withdrawn, ...second.withdrawn]).toEqual(changed.withdrawn)
    expect(second.nextCursor).toBeNull()
  })

  it('does not go with filters, which a code that left them would not be told by', async () => {
    const { db } = await freshDatabase()
    const { status, body } = await publicApp(db).askJson(
      `/api/v1/codes?since=${at(0)}&status=active&q=x&lang=en`,
    )
    expect(status).toBe(400)
    expect(body.errors.map(({ path }: Json) => path).toSorted()).toEqual(['q', 'status'])
  })
})

/** Until the clock of the database has gone on. */
const passes = () => new Promise((done) => setTimeout(done, 5))
