import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { OutboxItem } from '../../../worker/domain/outbox/outbox-item.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeContext, makeSite } from '../../support/factories.ts'
import { type Fault, faultyDatabase } from '../../support/faulty-database.ts'
import { checksItem, outboxApp } from '../../support/outbox/outbox-app.ts'
import { makePerson } from '../../support/portal-app.ts'

const FAULTS: readonly Fault[] = ['refused', 'unheard', 'killed', 'killed_after']
/** More than one request of two records makes. */
const MOST_TRIPS = 40

let test: TestDatabase
let inspector: Person
let producer: Person
let siteId: string

beforeAll(async () => {
  test = await freshDatabase()
  inspector = await makePerson(test.db, 'inspector')
  producer = await makePerson(test.db, 'producer')
  const { organisationId } = producer
  siteId = (await makeSite(makeContext(test.db), { organisationId })).id
})
afterEach(() => vi.restoreAllMocks())

const entry = (hours: number): OutboxItem => ({
  ...checksItem('x', { kind: 'diary_entry', happenedOn: '2026-06-14' }),
  body: {
    ...{ siteId, kind: 'irrigation', confirm: ['same_again'] },
    values: { durationHours: { value: String(hours), unit: 'hour' } },
  },
})

const report = (): OutboxItem => {
  const item = checksItem('x', { kind: 'report' })
  return { ...item, body: { reason: 'spoiled', details: item.id, label: item.id } }
}

const KINDS = [
  ['checks of labels', () => inspector, () => [checksItem('a'), checksItem('b')]],
  ['entries of a diary', () => producer, () => [entry(1), entry(2)]],
  ['reports', () => inspector, () => [report(), report()]],
] as const

async function storedOf(ids: readonly string[]): Promise<number[]> {
  const list = JSON.stringify(ids)
  const count = async (table: string, column: string) => {
    const [row] = await test.db.all<{ n: number }>(sql`SELECT count(*) AS n
      FROM ${sql.raw(table)} WHERE ${sql.raw(column)} IN (SELECT value FROM json_each(${list}))`)
    return row?.n ?? 0
  }
  const things = [
    await count('label_check', 'record_id'),
    await count('diary_event', 'id'),
    await count('problem_report', 'details'),
  ]
  return [await count('outbox_receipt', 'id'), things.reduce((sum, each) => sum + each, 0)]
}

describe.each(KINDS)('%s, whatever round trip fails', (_, person, items) => {
  it.each(FAULTS)(
    'are stored with their receipts or not at all, and once sent again: %s',
    async (fault) => {
      vi.spyOn(console, 'error').mockImplementation(() => undefined)
      let reached = 0
      for (let at = 1; at <= MOST_TRIPS; at++) {
        const sent = items()
        const ids = sent.map(({ id }) => id)
        const faulty = faultyDatabase(test.url, { at, fault })
        const app = outboxApp(test.db, person(), { db: () => faulty.db })
        const answered = await Promise.race([
          app.statuses(...sent).catch(() => null),
          faulty.gone.then(() => null),
        ])
        const [receipts, things] = await storedOf(ids)
        expect([at, receipts]).toEqual([at, things])
        // What is said to be stored is; what is not said may be.
        const said = answered?.filter((status) => /stored|already/.test(status)).length ?? 0
        expect(said).toBeLessThanOrEqual(receipts ?? 0)
        expect(answered?.filter((status) => status.startsWith('refused')) ?? []).toEqual([])
        const again = await outboxApp(test.db, person()).statuses(...sent)
        expect(again.every((status) => /^(?:stored|already)$/.test(status))).toBe(true)
        expect(await storedOf(ids)).toEqual([2, 2])
        if (faulty.trips() < at) return void expect(reached).toBeGreaterThan(4)
        reached += 1
      }
      throw new Error('there are more round trips than were tried')
    },
    60_000,
  )
})
