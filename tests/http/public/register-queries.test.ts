import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findPublicCodesQuery,
  listPublicCodesQuery,
  MAX_EXAMINED,
  type PublicCodeFilter,
} from '../../../db/queries/public-codes.ts'
import { codeStatusEvent } from '../../../db/schema/index.ts'
import { statusOn } from '../../../worker/domain/standing/status-on.ts'
import { CODE_STATUSES, type StatusEvent } from '../../../worker/domain/standing/types.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeSite } from '../../support/factories.ts'
import { publicApp } from './support.ts'

const database = freshDatabase()

describe('a long register', () => {
  it('is looked through in bounded steps, and nothing in it is passed over', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    const site = await makeSite(ctx)
    await db.run(sql`INSERT INTO code (id, code, search_key, site_id, scheme, created_at)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${MAX_EXAMINED + 10})
      SELECT 'id' || i, printf('AA-%06d', i), printf('AA%d', i), ${site.id}, 'x', 1 FROM n`)
    const last = await makeCode(ctx, { code: 'ZZ-PH-0001', slot: 'packing_house' })
    const app = publicApp(db)
    const first = await app.askJson('/api/v1/codes?kind=packing_house')
    expect(first.body.items).toEqual([])
    const second = await app.askJson(
      `/api/v1/codes?kind=packing_house&cursor=${first.body.nextCursor}`,
    )
    expect(second.body.items.map((item: { code: string }) => item.code)).toEqual([last.code])
    expect(second.body.nextCursor).toBeNull()
  })
})

describe('the register’s queries', () => {
  const ANY: PublicCodeFilter = {
    words: null,
    searchKeyPrefix: null,
    kind: null,
    cropFolded: null,
    unit: null,
    market: null,
    status: null,
    today: '2026-06-15',
  }
  const plan = async (query: ReturnType<typeof findPublicCodesQuery>) => {
    const { db } = await database
    const rows = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query}`)
    return rows.map((row) => row.detail)
  }
  /** A walk through a whole stored table; a scan of a statement's own small result is none. */
  const TABLE_SCAN = /^SCAN (?!(?:examined|w|t|picked|told|code_search)\b)\w+/

  it.each([
    {},
    { words: '"xoai"*', searchKeyPrefix: 'VNAG' },
    { kind: 'packing_house' },
    { cropFolded: 'xoai' },
    { unit: { code: '91', names: ['an giang', 'tinh an giang'] } },
    { market: 'CHN' },
    { status: 'suspended' },
    { kind: 'growing_area', cropFolded: 'xoai', market: 'CHN', status: 'active' },
  ] satisfies Partial<PublicCodeFilter>[])(
    'walk no table from end to end for %j',
    async (given) => {
      for (const after of ['', 'VN-AGOR-0012']) {
        const details = await plan(
          listPublicCodesQuery({ filter: { ...ANY, ...given }, after, limit: 51 }),
        )
        expect(details.filter((detail) => TABLE_SCAN.test(detail))).toEqual([])
      }
    },
  )

  it('walk no table from end to end for one code', async () => {
    const details = await plan(findPublicCodesQuery({ code: 'VN-AGOR-0001', searchKey: 'VNAGOR1' }))
    expect(details.filter((detail) => TABLE_SCAN.test(detail))).toEqual([])
    expect(details.join()).toContain('code_search_key')
  })

  it('would be caught walking a table', async () => {
    for (const query of [sql`SELECT * FROM code c`, sql`SELECT * FROM site WHERE kind = 'x'`]) {
      const details = await plan(query)
      expect(details.filter((detail) => TABLE_SCAN.test(detail))).toHaveLength(1)
    }
  })

  it('tell a status of today as the domain does', async () => {
    const { db } = await database
    const ctx = makeContext(db)
    const app = publicApp(db)
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-06-${String(n).padStart(2, '0')}`)
    const event = fc.record({
      status: fc.constantFrom(...CODE_STATUSES),
      effectiveOn: day,
      recordedAt: fc.integer({ min: 1, max: 3 }),
      amendsEarlier: fc.option(fc.nat(5), { nil: null }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 6 }), async (given) => {
        const made = await makeCode(ctx, { market: 'JPN', activeFrom: '2026-07-01' })
        const events: StatusEvent[] = []
        for (const { amendsEarlier, ...rest } of given) {
          const amends = amendsEarlier === null ? null : (events[amendsEarlier]?.id ?? null)
          const row = { ...rest, id: ctx.newId(), market: 'JPN', reason: null, documentNo: null }
          events.push({ ...row, text: null, amends })
          await db
            .insert(codeStatusEvent)
            .values({ ...row, codeId: made.id, amendsId: amends, actor: 'test' })
        }
        const expected = statusOn(events, 'JPN', '2026-06-15')
        for (const status of CODE_STATUSES) {
          const query = new URLSearchParams({ q: made.code, market: 'JPN', status })
          const { body } = await app.askJson(`/api/v1/codes?${query}`)
          const found = body.items.some((item: { code: string }) => item.code === made.code)
          expect(found).toBe(status === expected)
        }
      }),
      { numRuns: 40 },
    )
  })
})
