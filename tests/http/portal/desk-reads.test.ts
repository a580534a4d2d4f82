import { type Client, createClient, type InStatement } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import type { PortalHomeModel } from '../../../site/models/home.ts'
import type { RecordListModel } from '../../../site/models/records.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeOrganisation, NOW } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const CASES = 500
const FINDINGS = 2_000
const CODES = 10_000
const VISITS = 2_000
const APPLICATIONS = 1_000
const NOTICES = 100
const LARGE = [
  ...['case_file', 'case_event', 'evidence', 'finding', 'suspension_proposal'],
  ...['foreign_notice_item', 'label_check', 'application'],
]
/** Visits and the register, by the names they go by in what the first screens and plans ask. */
const REGISTER = ['inspection_visit', 'v', 'site', 's', 'code', 'c', 'e', 'm']

let db: Database
let client: Client
let officer: PortalApp
let inspector: PortalApp
const asked: { readonly sql: string; readonly args: unknown }[] = []
let trips = 0

/** A client that counts its round trips and notes what it is asked. */
function noting(inner: Client): Client {
  const note = (statement: InStatement) => {
    if (typeof statement !== 'string') asked.push({ sql: statement.sql, args: statement.args })
  }
  return new Proxy(inner, {
    get: (target, name) => {
      if (name === 'execute') {
        return (statement: InStatement) => {
          trips += 1
          note(statement)
          return target.execute(statement)
        }
      }
      if (name === 'batch') {
        return (statements: InStatement[], mode: 'read') => {
          trips += 1
          for (const statement of statements) note(statement)
          return target.batch(statements, mode)
        }
      }
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

beforeAll(async () => {
  const fresh = await freshDatabase()
  const ctx = makeContext(fresh.db)
  const person = await makePerson(fresh.db, 'officer', { place: HERE })
  const inspecting = await makePerson(fresh.db, 'inspector', { place: HERE })
  const { id: holder } = await makeOrganisation(ctx, { provinceCode: '91' })
  const numbers = (to: number) =>
    sql`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${to})`
  await fresh.db.run(sql`INSERT INTO case_file (id, number_space, year, sequence, kind, title, state,
      province_code, opened_by, assigned_to, due_on, opened_at, version)
    ${numbers(CASES)} SELECT 'c' || i, '91', 2026, i, 'fraud', 'Vụ ' || i,
      iif(i % 5 = 0, 'closed', 'in_progress'), iif(i % 2 = 0, '91', '15'), 'user:x',
      iif(i % 7 = 0, ${person.userId}, NULL), '2026-07-01', ${NOW} - i, 1 FROM n`)
  await fresh.db.run(sql`INSERT INTO finding (id, severity, text, about_kind, shown, organisation_id,
      province_code, found_on, found_by, state, due_on, created_at, version)
    ${numbers(FINDINGS)} SELECT 'f' || i, 'minor', 'Lỗi ' || i, 'organisation', 'Nơi ' || i, ${holder},
      iif(i % 2 = 0, '91', '15'), '2026-06-01', 'user:x',
      iif(i % 3 = 0, 'closed', 'told'), '2026-06-10', ${NOW} - i, 1 FROM n`)
  await fillRegister(fresh.db, { holder, inspectorId: inspecting.userId })
  await fillDesk(fresh.db, holder)
  client = noting(createClient({ url: fresh.url }))
  db = drizzle(client, { casing: 'snake_case' })
  officer = portalApp(db, person)
  inspector = portalApp(db, inspecting)
}, 60_000)

afterAll(() => client.close())

/** Applications and notices in two provinces: half of what waits is late, half of the notices near. */
async function fillDesk(to: Database, holder: string): Promise<void> {
  const numbers = (most: number) =>
    sql`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${most})`
  await to.run(sql`INSERT INTO application (id, number_space, year, sequence, kind, state, site_id,
      organisation_id, province_code, answers, "before", due_on, granted_codes, opened_at, opened_by,
      by_office, version)
    ${numbers(APPLICATIONS)} SELECT 'a' || i, '91', 2026, i, 'new',
      iif(i % 5 < 2, 'submitted', 'approved'), 's' || i, ${holder}, iif(i % 2 = 0, '91', '15'),
      '{}', '{}', CASE i % 5 WHEN 0 THEN '2026-06-01' WHEN 1 THEN '2026-07-01' END, '[]', ${NOW},
      'user:x', 0, 1 FROM n`)
  await to.run(sql`INSERT INTO case_file (id, number_space, year, sequence, kind, title, state,
      province_code, opened_by, opened_at, version)
    ${numbers(NOTICES)} SELECT 'n' || i, '91', 2027, i, 'foreign_notice', 'Thông báo ' || i,
      'in_progress', iif(i % 2 = 0, '91', '15'), 'user:x', ${NOW}, 1 FROM n`)
  await to.run(sql`INSERT INTO foreign_notice (id, number, number_folded, market, issuer, received_on,
      due_on, holder_due_on, subject_kind, subject, listed_count, created_at)
    ${numbers(NOTICES)} SELECT 'n' || i, i, i, 'CHN', 'GACC', '2026-06-01',
      iif(i % 4 = 0, '2026-06-10', '2026-09-01'), '2026-06-09', 'pest', 'Rệp sáp', 1, ${NOW} FROM n`)
}

/** Codes in two provinces, and a plan of one with its visits: a fifth done, a tenth overdue. */
async function fillRegister(
  to: Database,
  { holder, inspectorId }: { readonly holder: string; readonly inspectorId: string },
): Promise<void> {
  const numbers = sql`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${CODES})`
  await to.run(sql`INSERT INTO site (id, kind, organisation_id, name, name_folded, province_code,
      commune_code, commune_name, lat, lng, version, created_at)
    ${numbers} SELECT 's' || i, 'growing_area', ${holder}, 'Vùng ' || i, 'vung ' || i,
      iif(i % 2 = 0, '91', '15'), '3' || (i % 50), 'Xã ' || (i % 50), 10 + i / 1e5, 105, 1, ${NOW} FROM n`)
  await to.run(sql`INSERT INTO code (id, code, search_key, site_id, scheme, created_at)
    SELECT 'k' || id, 'VN-' || id, 'VN' || id, id, 'vn-sector', ${NOW} FROM site WHERE id LIKE 's%'`)
  await to.run(sql`INSERT INTO code_market (code_id, market, created_at)
    SELECT id, 'CHN', ${NOW} FROM code`)
  await to.run(sql`INSERT INTO code_status_event (id, code_id, market, status, effective_on,
      recorded_at, actor)
    SELECT 'e' || id, id, 'CHN', 'active', '2026-01-01', ${NOW}, 'user:x' FROM code`)
  const made = sql`2026, ${NOW}, 4, 1`
  await to.run(sql`INSERT INTO inspection_plan (id, province_code, year, created_at, per_day, version)
    SELECT 'here', '91', ${made} UNION ALL SELECT 'there', '15', ${made}`)
  await to.run(sql`INSERT INTO inspection_visit (id, plan_id, site_id, window_id, season_from_on,
      season_to_on, number, kind, why, window_from, due_on, planned_on, inspector_id, state, created_at,
      version)
    ${numbers} SELECT 'v' || i, iif(i % 2 = 0, 'here', 'there'), 's' || i, 'w', '2026-01-01',
      '2026-12-31', 1, 'periodic', '{"crop":null,"market":null,"risk":null}', '2026-01-01',
      iif(i % 10 = 1 OR i % 10 = 2, '2026-06-01', '2026-07-01'), date('2026-06-14', '+' || (i / 12) || ' days'), ${inspectorId},
      iif(i % 5 = 0, 'done', 'planned'), ${NOW}, 1 FROM n WHERE i <= ${2 * VISITS}`)
}

async function ask(app: PortalApp, path: `/portal${string}`) {
  asked.length = 0
  trips = 0
  const answer = await app.get(path)
  return { ...answer, trips, statements: [...asked] }
}

/** Steps of the plans that walk a whole table of the desk. */
async function walksOf(
  statements: readonly { sql: string; args: unknown }[],
  large = LARGE,
): Promise<string[]> {
  const walks: string[] = []
  for (const { sql: text, args } of statements) {
    if (!/^\s*(?:select|with)/i.test(text)) continue
    const { rows } = await client.execute({
      sql: `EXPLAIN QUERY PLAN ${text}`,
      args: args as never,
    })
    const steps = rows.map((row) => String(row['detail']))
    walks.push(
      ...steps.filter((step) => large.some((name) => new RegExp(`^SCAN ${name}\\b`).test(step))),
    )
  }
  return walks
}

describe('with 10,000 codes, 2,000 visits, 500 cases and 2,000 findings', () => {
  it('the officer’s first screen is three indexed reads at most', async () => {
    const { trips: reads, statements, model } = await ask(officer, '/portal')
    expect(reads).toBeLessThanOrEqual(3)
    // A notice goes by `n` there.
    expect(await walksOf(statements, [...LARGE, ...REGISTER, 'n'])).toEqual([])
    const { waiting, figures } = model as PortalHomeModel
    expect(figures).toEqual([
      { figure: 'visits_season', count: VISITS / 5, of: VISITS },
      { figure: 'applications_late', count: APPLICATIONS / 10, of: APPLICATIONS / 5 },
      { figure: 'notices_due', count: NOTICES / 4, of: NOTICES / 2 },
    ])
    const overdue = waiting.find(({ task }) => task === 'visits_overdue')
    expect([overdue?.count, overdue?.more]).toEqual([200, true])
    const mine = waiting.find(({ task }) => task === 'cases_mine')
    // Of every seventh case those that are not closed.
    expect(mine?.count).toBe(71 - 14)
  })

  it('the inspector’s is two, today’s way with what is known of each place', async () => {
    const { trips: reads, statements, model } = await ask(inspector, '/portal')
    expect(reads).toBeLessThanOrEqual(2)
    expect(await walksOf(statements, [...LARGE, ...REGISTER])).toEqual([])
    const { day } = model as PortalHomeModel
    expect(day?.visits.length).toBeGreaterThan(5)
  })

  it.each(['overdue', 'open', 'done'] as const)(
    'a plan’s visits that are %s are read by index, from their head',
    async (view) => {
      const path = `/portal/monitoring/here/visits?view=${view}` as const
      const { trips: reads, statements, model } = await ask(officer, path)
      expect(reads).toBeLessThanOrEqual(4)
      expect(await walksOf(statements, [...LARGE, ...REGISTER])).toEqual([])
      expect((model as RecordListModel).rows).toHaveLength(50)
    },
  )

  it.each([
    ...(['/portal/cases', '/portal/findings', '/portal/proposals', '/portal/retail'] as const),
    '/portal/foreign-notices' as const,
    '/portal/label-checks' as const,
  ])('%s of a place is one read of an index', async (path) => {
    const { trips: reads, statements, status } = await ask(inspector, path)
    expect([status, reads]).toEqual([200, 1])
    // A check of a label goes by `x` there.
    expect(await walksOf(statements, [...LARGE, 'x'])).toEqual([])
  })
})
