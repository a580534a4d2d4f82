import { type SQL, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPublicCodes } from '../../../db/queries/public-codes.ts'
import {
  missingEntriesQuery,
  registerEntryStatements,
} from '../../../db/queries/register-entries.ts'
import {
  begunTermsQuery,
  knownTermsQuery,
  type RegisterSearch,
  searchRegisterQuery,
} from '../../../db/queries/register-search.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { suspensionsQuery } from '../../../db/queries/suspensions.ts'
import { codeStatusEvent } from '../../../db/schema/index.ts'
import { statusOn } from '../../../worker/domain/standing/status-on.ts'
import { CODE_STATUSES, type StatusEvent } from '../../../worker/domain/standing/types.ts'
import { refreshEntriesFor } from '../../../worker/verbs/codes/refresh-register-entries.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeSite, setStatus } from '../../support/factories.ts'
import { withoutTakenBack } from '../../support/oracle/without-taken-back.ts'
import { publicApp } from './support.ts'

const database = freshDatabase()

describe('a long register', () => {
  it('is looked through in bounded steps, and nothing in it is passed over', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    const site = await makeSite(ctx)
    // Suspended tomorrow: the index leads there for "suspended", and none of them is so today.
    await db.run(sql`INSERT INTO code (id, code, search_key, site_id, scheme, created_at)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
      SELECT 'id' || i, printf('AA-%06d', i), printf('AA%d', i), ${site.id}, 'x', 1 FROM n`)
    await db.run(sql`INSERT INTO code_status_event (id, code_id, market, status, effective_on, recorded_at, actor)
      SELECT 'e' || id, id, 'CHN', 'suspended', '2026-06-16', 1, 'test' FROM code`)
    await runBatch(db, refreshEntriesFor(db, { siteIds: [site.id] }))
    const late = await makeCode(ctx, { code: 'ZZ-PH-0001', slot: 'packing_house' })
    const given = { codeId: late.id, market: 'CHN', effectiveOn: '2026-06-01' } as const
    await setStatus(ctx, { ...given, status: 'suspended' })
    const app = publicApp(db)
    const first = await app.askJson('/api/v1/codes?status=suspended')
    expect(first.body.items).toEqual([])
    const path = `/api/v1/codes?status=suspended&cursor=${first.body.nextCursor}`
    const second = await app.askJson(path)
    expect(second.body.items.map((item: { code: string }) => item.code)).toEqual([late.code])
    expect(second.body.nextCursor).toBeNull()
  })
})

describe('the register’s queries', () => {
  const ANY: RegisterSearch = { words: null, keyPrefix: null, filters: null, bounds: null }
  const plan = async (query: SQL) => {
    const { db } = await database
    const rows = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query}`)
    return rows.map((row) => row.detail)
  }
  /**
   * A walk through a whole stored table. A scan of a statement's own small result is none, nor is one
   * of a full-text table by its own index, which is told by a number above 0.
   */
  const walks = (details: readonly string[]) =>
    details.filter(
      (detail) =>
        /^SCAN (?!(?:CONSTANT|\(subquery|examined|w|t|j|n|picked|told|kind|count|planted|asked|decided)\b)\w+/.test(
          detail,
        ) && !/VIRTUAL TABLE INDEX (?!0:$)/.test(detail),
    )

  const SEARCHES = [
    { words: '"xoai"*' },
    { words: '"xoai"*', keyPrefix: 'VNAG' },
    { words: '"xoai"*', keyPrefix: 'VNAG', filters: '"_k_packing_house"' },
    { filters: '"_k_packing_house"' },
    { filters: '"_r_xoai" AND "_ms_chn_active"' },
    { filters: '("_u_xa_a" OR "_b_a")', bounds: { kind: 'organisation', organisationId: 'x' } },
    {
      filters: '"_p_91"',
      bounds: { kind: 'place', provinceCode: '91', communeCode: '30631' },
    },
  ] satisfies Partial<RegisterSearch>[]

  it.each(SEARCHES)('walk no table from end to end for %j', async (given) => {
    for (const part of [null, 'code', 'words'] as const) {
      const after = part === null ? null : { part, searchKey: 'VNAGOR12', seq: 12 }
      const search = { ...ANY, ...given }
      const details = await plan(searchRegisterQuery({ search, after, limit: 51 }))
      expect(walks(details)).toEqual([])
      expect(details.join()).toMatch(/register_(?:words VIRTUAL|entry_key)/)
    }
  })

  it('go through the whole register in its order, without sorting it', async () => {
    const details = await plan(searchRegisterQuery({ search: ANY, after: null, limit: 51 }))
    expect(details.join()).toContain('USING INTEGER PRIMARY KEY')
    expect(details.join()).not.toContain('TEMP B-TREE')
  })

  it('walk no table from end to end for one code, a list of suspensions, or a spelling', async () => {
    const search = { today: '2026-06-15', market: 'CHN', filters: '"_r_xoai"' }
    const after = { effectiveOn: '2026-06-01', recordedAt: 1, id: 'x' }
    for (const query of [
      findPublicCodes((await database).db, { code: 'VN-AGOR-0001', searchKey: 'VNAGOR1' }).getSQL(),
      suspensionsQuery({ search, after: null, limit: 51 }),
      suspensionsQuery({ search, after, limit: 51 }),
      missingEntriesQuery((await database).db, { after: '', limit: 500 }).getSQL(),
      knownTermsQuery((await database).db, ['lok', 'loc']).getSQL(),
      begunTermsQuery((await database).db, ['lok']).getSQL(),
    ]) {
      expect(walks(await plan(query))).toEqual([])
    }
    const suspensions = await plan(suspensionsQuery({ search, after, limit: 51 }))
    expect(suspensions.join()).toContain('code_status_event_against')
  })

  it('make entries anew from the rows of their codes alone', async () => {
    const { db } = await freshDatabase()
    const targets = { codeIds: ['a'], siteIds: ['b'], organisationIds: ['c'] }
    for (const statement of registerEntryStatements(db, targets)) {
      const query = (
        statement as unknown as { getQuery: () => { sql: string; params: [] } }
      ).getQuery()
      const explained = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${bound(query)}`)
      expect(walks(explained.map(({ detail }) => detail))).toEqual([])
    }
  })

  it('would be caught walking a table', async () => {
    for (const query of [sql`SELECT * FROM code c`, sql`SELECT * FROM register_words`]) {
      expect(walks(await plan(query))).toHaveLength(1)
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
        await runBatch(db, refreshEntriesFor(db, { codeIds: [made.id] }))
        const expected = statusOn(withoutTakenBack(events), 'JPN', '2026-06-15')
        for (const status of CODE_STATUSES) {
          const query = new URLSearchParams({ q: made.code, market: 'JPN', status })
          const { body } = await app.askJson(`/api/v1/codes?${query}`)
          const item = body.items.find((one: { code: string }) => one.code === made.code)
          expect(item?.markets[0].statusToday).toBe(status === expected ? status : undefined)
        }
      }),
      { numRuns: 40 },
    )
  })
})

/** A query that was made already, with its parameters in their places. */
function bound({ sql: text, params }: { sql: string; params: readonly unknown[] }) {
  const pieces = text.split('?').map((piece) => sql.raw(piece))
  return sql.join(
    pieces.flatMap((piece, i) => (i === 0 ? [piece] : [sql`${params[i - 1]}`, piece])),
  )
}
