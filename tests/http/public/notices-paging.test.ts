import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  codeNoticesQuery,
  MAX_EXAMINED_NOTICES,
  recallNoticesQuery,
} from '../../../db/queries/notices.ts'
import { codeStatusEvent } from '../../../db/schema/index.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { listNotices } from '../../../worker/verbs/notices/list-notices.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeRun, NOW } from '../../support/factories.ts'
import { decide as decideIn, laterContext as laterContextOf } from './notices-support.ts'
import { publicApp } from './support.ts'

const database = freshDatabase()
const laterContext = async () => laterContextOf((await database).db)
const decide = async (input: Parameters<typeof decideIn>[1]) => decideIn((await database).db, input)

/** A few notices to page through, of either source. */
beforeAll(async () => {
  for (let i = 0; i < 9; i++) {
    const made = await makeCode(await laterContext())
    await decide({ codeId: made.id, status: i % 2 === 0 ? 'suspended' : 'revoked' })
    if (i % 4 !== 0) continue
    const { batch } = await makeRun(await laterContext())
    await recallBatch({ ctx: await laterContext(), input: { ref: batch.ref, reason: 'x' } })
  }
})

describe('GET /api/v1/notices, page by page', () => {
  it('pages through all notices, each once and in order, whatever the size of a page', async () => {
    const { db } = await database
    const all = await listNotices({ db, cursor: null, limit: 1_000 })
    expect(all.nextCursor).toBeNull()
    for (const limit of [1, 3, 7]) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof listNotices>> = await listNotices({
          db,
          cursor,
          limit,
        })
        expect(page.items.length).toBeLessThanOrEqual(limit)
        seen.push(...page.items.map((item) => item.id))
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(seen).toEqual(all.items.map((item) => item.id))
    }
  })

  it('goes on past a long stretch of grants that holds nothing to tell', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    const made = await makeCode(ctx)
    const row = { codeId: made.id, market: 'CHN', effectiveOn: '2026-06-10', actor: 'test' }
    await db
      .insert(codeStatusEvent)
      .values({ ...row, id: 'old', status: 'suspended', recordedAt: NOW })
    const many = sql`WITH RECURSIVE n(i) AS (
      SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${MAX_EXAMINED_NOTICES + 10})`
    await db.run(sql`INSERT INTO code (id, code, search_key, site_id, scheme, created_at)
      ${many} SELECT 'c' || i, 'AA-' || i, 'AA' || i, ${made.siteId}, 'x', 1 FROM n`)
    await db.run(sql`INSERT INTO code_status_event
        (id, code_id, market, status, effective_on, recorded_at, actor)
      ${many} SELECT 'e' || i, 'c' || i, 'JPN', 'active', '2026-06-10', ${NOW} + i, 'test' FROM n`)
    const { batch } = await makeRun(makeContext(db, { now: () => NOW - 1 }))
    await recallBatch({
      ctx: makeContext(db, { now: () => NOW - 1 }),
      input: { ref: batch.ref, reason: 'x' },
    })
    const all = await listNotices({ db, cursor: null, limit: 5 })
    expect(all.items.map((item) => item.kind)).toEqual(['suspension', 'recall'])
    expect(all.nextCursor).toBeNull()
    const first = await listNotices({ db, cursor: null, limit: 1 })
    expect(first.items.map((item) => item.kind)).toEqual(['suspension'])
    const second = await listNotices({ db, cursor: first.nextCursor, limit: 1 })
    expect(second.items.map((item) => item.kind)).toEqual(['recall'])
  })

  it('refuses a cursor it did not give with 400', async () => {
    const { db } = await database
    for (const cursor of ['x', 'AAAA', btoa('1\n2\n3'), btoa('now\nid')]) {
      const { status, body } = await publicApp(db).askJson(
        `/api/v1/notices?cursor=${encodeURIComponent(cursor)}`,
      )
      expect([status, body.errors?.[0]?.path]).toEqual([400, 'cursor'])
    }
  })

  it('reads the list once while nothing is decided, and serves it old while the database is away', async () => {
    const { db } = await database
    const app = publicApp(db)
    await app.ask('/api/v1/notices')
    const firstCalls = app.databaseCalls()
    app.wait(15_000)
    await app.ask('/api/v1/notices.atom')
    // Only whether anything was decided meanwhile is asked again.
    expect([firstCalls, app.databaseCalls()]).toEqual([2, 3])
    app.breakDatabase()
    app.wait(60_000)
    const { status, body } = await app.askJson('/api/v1/notices')
    expect([status, body.stale, body.asOf]).toEqual([200, true, new Date(NOW).toISOString()])
    expect((await app.ask(`/api/v1/notices?cursor=${btoa('5\nx').replace(/=/g, '')}`)).status).toBe(
      503,
    )
  })

  it('tells of a decision at once, in every isolate and in the feed', async () => {
    const { db } = await database
    const isolates = [publicApp(db), publicApp(db)]
    for (const app of isolates) {
      await app.ask('/api/v1/notices')
      await app.ask('/api/v1/notices.atom')
    }
    const { id: codeId, code } = await makeCode(await laterContext())
    await decide({ codeId, status: 'suspended' })
    for (const app of isolates) {
      const { body } = await app.askJson('/api/v1/notices')
      expect(body.items[0].subject.text).toBe(code)
      expect(await (await app.ask('/api/v1/notices.atom')).text()).toContain(code)
    }
  })

  it('walks no table from end to end', async () => {
    const { db } = await database
    for (const before of [null, { recordedAt: NOW, id: 'x' }]) {
      for (const query of [
        codeNoticesQuery({ before, limit: 51 }),
        recallNoticesQuery({ before, limit: 51 }),
      ]) {
        const rows = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query}`)
        const details = rows.map((row) => row.detail)
        expect(details.filter((text) => /^SCAN (?!(?:examined|w|t|picked)\b)/.test(text))).toEqual(
          [],
        )
        expect(details.join()).toMatch(/_recorded \(\(recorded_at,id\)</)
      }
    }
  })
})
