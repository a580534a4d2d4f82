import { type SQL, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { listDueReminders, listOfficesOf } from '../../../db/queries/certification-reminders.ts'
import { listCertificationsSource } from '../../../db/queries/certifications.ts'
import { freshDatabase } from '../../support/database.ts'

let db: Database

beforeAll(async () => {
  db = (await freshDatabase()).db
})

/** Tables that a query walks from end to end. */
async function walked(query: SQL): Promise<string[]> {
  const rows = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query}`)
  return rows.flatMap(({ detail }) =>
    / USING /.test(detail) ? [] : (/^SCAN (\w+)/.exec(detail)?.[1] ?? []),
  )
}

const ASKED = { organisationId: null, productId: null, batchId: null, state: null }
const PAGE = { today: '2026-06-15', after: { createdAt: 1, id: 'x' }, limit: 50 }
const PLACE = { kind: 'place', provinceCode: '91', communeCode: null } as const
const OWN = { kind: 'organisation', organisationId: 'o' } as const

describe('certifications', () => {
  it.each([
    ['of a place', { bounds: PLACE }],
    ['of a place that wait', { bounds: PLACE, state: 'declared' as const }],
    ['of an organisation', { bounds: OWN }],
    ['of everybody', { bounds: null }],
    ['of everybody that wait', { bounds: null, state: 'declared' as const }],
    ['of a product', { bounds: OWN, productId: 'p' }],
    ['of a batch in a place', { bounds: PLACE, batchId: 'b' }],
  ])('%s are found by an index', async (_, given) => {
    const query = sql`SELECT 1 FROM ${listCertificationsSource({ ...ASKED, ...PAGE, ...given })}`
    const bounded = new Set(['certification', 'x'])
    expect((await walked(query)).filter((name) => !bounded.has(name))).toEqual([])
    const plan = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query}`)
    expect(plan.some(({ detail }) => /USING (COVERING )?INDEX certification_/.test(detail))).toBe(
      true,
    )
  })

  it('that run out, and whom to tell, are found by an index', async () => {
    const due = listDueReminders(db, { today: '2026-06-15', limit: 9 }).getSQL()
    const offices = listOfficesOf(db, { provinceCode: '91', communeCode: '1' }).getSQL()
    const plan = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${due}`)
    expect(plan.map(({ detail }) => detail).join(' ')).toContain('certification_remind')
    const told = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${offices}`)
    expect(told.map(({ detail }) => detail).join(' ')).toContain('member_place')
  })
})
