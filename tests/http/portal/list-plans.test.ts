import { type Client, createClient, type InStatement } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { listSharablePapers } from '../../../db/queries/shares.ts'
import { readTrace } from '../../../db/queries/trace.ts'
import type { RecordListModel } from '../../../site/models/records.ts'
import type { Role } from '../../../worker/domain/access/roles.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeOrganisation, NOW } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const BATCHES = 10_000
const PRODUCTS = 500
const ORGANISATIONS = 50
/** Its rows grow with the years; all others are few, or found one at a time. */
const LARGE = [
  'batch',
  'lot_edge',
  'attachment',
  'product',
  'label_run',
  'label_exception',
  'certification',
  'batch_share',
]

let db: Database
let client: Client
const apps = new Map<Role, PortalApp>()
const asked: { readonly sql: string; readonly args: unknown }[] = []

/** A client that notes every statement it is given. */
function noting(inner: Client): Client {
  const note = (statement: InStatement) => {
    if (typeof statement !== 'string') asked.push({ sql: statement.sql, args: statement.args })
  }
  return new Proxy(inner, {
    get: (target, name) => {
      if (name === 'execute') {
        return (statement: InStatement) => {
          note(statement)
          return target.execute(statement)
        }
      }
      if (name === 'batch') {
        return (statements: InStatement[], mode: 'read') => {
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
  const { kid } = await createKey({ ctx, input: {} })
  const place = { provinceCode: '91', communeCode: null }
  const organisations: string[] = []
  for (let at = 0; at < ORGANISATIONS; at++) {
    const { id } = await makeOrganisation(ctx, { provinceCode: at < 5 ? '91' : '15' })
    organisations.push(id)
  }
  const ids = JSON.stringify(organisations)
  const numbers = (to: number) =>
    sql`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${to - 1})`
  const owner = (i: string) => sql`(${ids} ->> CAST(${sql.raw(i)} % ${ORGANISATIONS} AS INTEGER))`
  await fresh.db.run(sql`INSERT INTO product
      (id, organisation_id, name, name_folded, images, standards, warnings, created_at)
    ${numbers(PRODUCTS)}
    SELECT 'p' || i, ${owner('i')}, 'Hàng ' || i, 'hang ' || i, '[]', '[]', '[]', ${NOW} FROM n`)
  await fresh.db.run(sql`INSERT INTO batch (id, ref, organisation_id, product_id, lot, packed_on,
      harvested_on, markets, quantity_value, quantity_unit, created_at)
    ${numbers(BATCHES)}
    SELECT 'b' || i, 'R' || i, ${owner('i')}, 'p' || CAST(i % ${PRODUCTS} AS INTEGER), 'L' || i, '2026-06-10',
      '[]', '[]', 10, 'kg', ${NOW} - i FROM n`)
  await fresh.db.run(sql`INSERT INTO label_run (id, batch_id, profile, kid, unit_space, from_serial,
      to_serial, copies, created_at, actor, organisation_id)
    SELECT 'r' || id, id, 'full', ${kid}, 'B/' || ref, 1, 9, 1, created_at, 'x', organisation_id
    FROM batch`)
  await fresh.db.run(sql`INSERT INTO certification (id, kind, organisation_id, product_id, state,
      version, created_at)
    SELECT 'c' || id, 'vietgap', organisation_id, id, 'confirmed', 1, ${NOW} FROM product`)
  client = noting(createClient({ url: fresh.url }))
  db = drizzle(client, { casing: 'snake_case' })
  const [organisationId = ''] = organisations
  for (const role of ['producer', 'officer', 'inspector', 'agency', 'admin'] as const) {
    const given = role === 'producer' ? { organisationId } : { place }
    apps.set(role, portalApp(db, await makePerson(fresh.db, role, role === 'admin' ? {} : given)))
  }
}, 60_000)

afterAll(() => client.close())

type Asked = (typeof asked)[number]

async function planOf({ sql: text, args }: Asked): Promise<string[]> {
  const { rows } = await client.execute({
    sql: `EXPLAIN QUERY PLAN ${text}`,
    args: args as never,
  })
  return rows.map((row) => String(row['detail']))
}

/**
 * Steps of a plan that walk a large table, or the whole of an index of one; of recalls there are few.
 */
const walks = (plan: readonly string[]) =>
  plan.filter(
    (step) =>
      !step.endsWith('label_exception_recalls') &&
      LARGE.some((table) => new RegExp(`^SCAN ${table}\\b`).test(step)),
  )

const LISTS = [
  '/portal/batches',
  '/portal/batches?q=L50',
  '/portal/batches?product=p50',
  '/portal/products',
  '/portal/products?q=hang',
  '/portal/labels',
  '/portal/recalls',
  '/portal/recalls/batches',
  '/portal/certifications',
] as const

/** What a page asked the database, and each plan for it. */
async function ask(role: Role, path: string) {
  asked.length = 0
  const { status, model } = (await apps.get(role)?.get(path)) ?? { status: 0, model: null }
  const statements = [...asked]
  const plans: string[][] = []
  for (const statement of statements) plans.push(await planOf(statement))
  return { status, model: model as RecordListModel, plans }
}

describe.each(['producer', 'officer', 'inspector', 'agency'] as const)('to %s', (role) => {
  it.each(LISTS)('%s is one or two reads by index, however much others have', async (path) => {
    const { status, plans } = await ask(role, path)
    expect(status).toBe(200)
    expect(plans.length).toBeGreaterThan(0)
    expect(plans.length).toBeLessThanOrEqual(2)
    expect(plans.flatMap(walks)).toEqual([])
  })
})

describe('to an administrator', () => {
  it.each(LISTS)('%s follows an index in its order, from its head', async (path) => {
    const { plans } = await ask('admin', path)
    expect(plans.length).toBeLessThanOrEqual(2)
    const unordered = plans.flatMap(walks).filter((step) => !step.includes('USING'))
    expect(unordered).toEqual([])
    const sorted = plans.filter(
      (plan) => walks(plan).length > 0 && plan.includes('USE TEMP B-TREE FOR ORDER BY'),
    )
    expect(sorted).toEqual([])
  })
})

describe('what hangs together', () => {
  it.each(['up', 'down'] as const)(
    'is followed %s by index, from the few on the way',
    async (way) => {
      asked.length = 0
      await readTrace(db, { batchIds: ['b7'], way })
      const plans = await Promise.all([...asked].map(planOf))
      expect(plans).toHaveLength(2)
      expect(plans.flatMap(walks)).toEqual([])
    },
  )

  it('is read by index for the papers a link may carry', async () => {
    asked.length = 0
    await listSharablePapers(db, {
      batchId: 'b7',
      productId: 'p7',
      organisationId: 'o',
      ids: ['x'],
    })
    const plans = await Promise.all([...asked].map(planOf))
    expect(plans.flatMap(walks)).toEqual([])
  })
})

describe('what is found by something of its own', () => {
  it.each([
    ['producer', '/portal/batches?q=L50', 'batch_by_lot', 1],
    ['officer', '/portal/batches?q=L50', 'batch_by_lot', 1],
    ['producer', '/portal/batches?product=p50', 'batch_product', 20],
    ['officer', '/portal/batches?product=p50', 'batch_product', 20],
    ['producer', '/portal/recalls/batches', 'label_exception_recalls', 0],
    ['officer', '/portal/recalls/batches', 'label_exception_recalls', 0],
  ] as const)('to %s, %s, goes by %s', async (role, path, index, count) => {
    const { plans, model } = await ask(role, path)
    expect(plans.flat().join('\n')).toContain(index)
    expect(model.rows).toHaveLength(count)
  })
})
