import { type SQL, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { countTasksQuery, listTask } from '../../../db/queries/home-counts.ts'
import type { TaskQuestion } from '../../../db/queries/home-tasks.ts'
import { listNotificationsQuery } from '../../../db/queries/notifications.ts'
import { listOrganisationsQuery } from '../../../db/queries/organisation-list.ts'
import { codeStatusEvent } from '../../../db/schema/index.ts'
import type { Bounds } from '../../../worker/domain/access/bounds.ts'
import { statusOn } from '../../../worker/domain/standing/status-on.ts'
import type { CodeStatus } from '../../../worker/domain/standing/types.ts'
import { tasksOf } from '../../../worker/verbs/home/tasks-of.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeSite, NOW, unique } from '../../support/factories.ts'
import { withoutTakenBack } from '../../support/oracle/without-taken-back.ts'

const TODAY = '2026-06-15'
let db: Database

beforeAll(async () => {
  db = (await freshDatabase()).db
})

function question(scope: Bounds): TaskQuestion {
  return {
    ...{
      scope,
      organisationId: 'o',
      userId: 'u',
      today: TODAY,
      soonOn: '2026-08-14',
      longSinceOn: TODAY,
    },
    ...{ importsSince: NOW, keysBefore: NOW, daysOff: new Map() },
  }
}

type Step = { status: CodeStatus; day: number; market: 'CHN' | 'USA'; amends: number | null }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    status: fc.constantFrom<CodeStatus>('active', 'suspended', 'pending_foreign_approval', 'none'),
    // Around today, so that some are still to come.
    day: fc.integer({ min: 10, max: 20 }),
    market: fc.constantFrom('CHN' as const, 'USA' as const),
    amends: fc.option(fc.nat({ max: 3 })),
  }),
  { maxLength: 7 },
)

describe('what counts today, as the first screen asks it in SQL', () => {
  it('is what the rule of standing says, whatever the history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 3 }), async (histories) => {
        const scope = { kind: 'place', provinceCode: `P${unique()}`, communeCode: null } as const
        const expected = new Set<string>()
        for (const history of histories) {
          for (const key of await store(history, scope.provinceCode)) expected.add(key)
        }
        const rows = await listTask(db, {
          ...{ task: 'suspended_long', question: question(scope), after: null, limit: 50 },
        })
        expect(new Set(rows.map(({ id }) => id))).toEqual(expected)
        expect(rows).toHaveLength(expected.size)
      }),
      { numRuns: 40 },
    )
  })
})

/** Stores a history on a new code; gives `code/market` of the markets that it leaves suspended today. */
async function store(history: readonly Step[], provinceCode: string): Promise<string[]> {
  const ctx = makeContext(db)
  const made = await makeCode(ctx, { siteId: (await makeSite(ctx, { provinceCode })).id })
  const events = history.map(({ status, day, market, amends }, i) => ({
    ...{ id: `${made.id}-${i}`, codeId: made.id, status, market },
    ...{ effectiveOn: `2026-06-${day}`, recordedAt: NOW + i, actor: 'operator:test' },
    amendsId: amends !== null && amends < i ? `${made.id}-${amends}` : null,
  }))
  if (events.length > 0) await db.insert(codeStatusEvent).values(events)
  await db.run(`INSERT OR IGNORE INTO code_market (code_id, market, created_at)
    VALUES ('${made.id}', 'USA', 0)`)
  const model = events.map(({ amendsId, ...event }) => ({
    ...event,
    ...{ amends: amendsId, reason: null, documentNo: null, text: null },
  }))
  return (['CHN', 'USA'] as const)
    .filter((market) => statusOn(withoutTakenBack(model), market, TODAY) === 'suspended')
    .map((market) => `${made.code}/${market}`)
}

/** Tables and CTEs that a query walks from end to end. */
async function walked(query: SQL): Promise<string[]> {
  const rows = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query}`)
  const names = rows.flatMap(({ detail }) => /^SCAN ([a-z]\w*)/.exec(detail)?.[1] ?? [])
  return [...new Set(names)].sort()
}

describe('the lists of the first screen', () => {
  it('are found by an index for whoever has a place or an organisation', async () => {
    const place = { kind: 'place', provinceCode: '91', communeCode: null } as const
    const own = { kind: 'organisation', organisationId: 'o' } as const
    for (const [role, scope] of [
      ['officer', place],
      ['producer', own],
    ] as const) {
      const tasks = tasksOf(role)
      const names = await walked(countTasksQuery({ tasks, question: question(scope) }))
      // The lines of a holder's own plan (g).
      // The codes in question (p) and their statuses (standing, t), and the handful of kinds (k).
      const bounded = new Set(['g', 'k', 'p', 'standing', 't'])
      expect([role, names.filter((name) => !bounded.has(name))]).toEqual([role, []])
    }
  })

  it('and so are messages and organisations', async () => {
    const messages = { organisationId: 'o', before: null, after: null, limit: 20 }
    expect(await walked(listNotificationsQuery(db, messages).getSQL())).toEqual([])
    const after = { key: '', id: '' }
    const asked = { bounds: null, words: [], kind: null, after, limit: 50 }
    // Only what `examined` has taken by its index: the page (o, p) and its tally (t).
    expect(await walked(listOrganisationsQuery(asked))).toEqual(['examined', 'o', 'p', 't'])
  })
})
