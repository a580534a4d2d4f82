import { type Client, createClient, type InStatement } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import type { PortalHomeModel } from '../../../site/models/home.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeOrganisation, NOW } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const CASES = 500
const FINDINGS = 2_000
const LARGE = [
  ...['case_file', 'case_event', 'evidence', 'finding', 'suspension_proposal'],
  ...['label_check', 'x'],
]

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
  client = noting(createClient({ url: fresh.url }))
  db = drizzle(client, { casing: 'snake_case' })
  officer = portalApp(db, person)
  inspector = portalApp(db, await makePerson(fresh.db, 'inspector', { place: HERE }))
}, 60_000)

afterAll(() => client.close())

async function ask(app: PortalApp, path: `/portal${string}`) {
  asked.length = 0
  trips = 0
  const answer = await app.get(path)
  return { ...answer, trips, statements: [...asked] }
}

/** Steps of the plans that walk a whole table of the desk. */
async function walksOf(statements: readonly { sql: string; args: unknown }[]): Promise<string[]> {
  const walks: string[] = []
  for (const { sql: text, args } of statements) {
    if (!/^\s*(?:select|with)/i.test(text)) continue
    const { rows } = await client.execute({
      sql: `EXPLAIN QUERY PLAN ${text}`,
      args: args as never,
    })
    const steps = rows.map((row) => String(row['detail']))
    walks.push(
      ...steps.filter((step) => LARGE.some((name) => new RegExp(`^SCAN ${name}\\b`).test(step))),
    )
  }
  return walks
}

describe('with 500 cases and 2,000 findings', () => {
  it('the officer’s first screen is three indexed reads at most', async () => {
    const { trips: reads, statements, model } = await ask(officer, '/portal')
    expect(reads).toBeLessThanOrEqual(3)
    expect(await walksOf(statements)).toEqual([])
    const { waiting } = model as PortalHomeModel
    const mine = waiting.find(({ task }) => task === 'cases_mine')
    // Of every seventh case those that are not closed.
    expect(mine?.count).toBe(71 - 14)
  })

  it.each([
    ...(['/portal/cases', '/portal/findings', '/portal/proposals', '/portal/retail'] as const),
    '/portal/label-checks' as const,
  ])('%s of a place is one read of an index', async (path) => {
    const { trips: reads, statements, status } = await ask(inspector, path)
    expect([status, reads]).toEqual([200, 1])
    expect(await walksOf(statements)).toEqual([])
  })
})
