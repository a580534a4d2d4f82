import { sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCodeEvents } from '../../../db/queries/code-register.ts'
import { toStatusEvent } from '../../../worker/domain/decisions/to-status-event.ts'
import { statusOn } from '../../../worker/domain/standing/status-on.ts'
import { CODE_STATUSES } from '../../../worker/domain/standing/types.ts'
import { findInRegister } from '../../../worker/verbs/codes/public-list-codes.ts'
import { recordCodeStatus } from '../../../worker/verbs/codes/record-code-status.ts'
import { Problem } from '../../../worker/verbs/errors.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext } from '../../support/factories.ts'

const MARKETS = ['CHN', 'EU']
const STATUSES = ['active', 'suspended', 'revoked', 'expired'] as const
const day = (n: number) => `2026-06-${String(n).padStart(2, '0')}`
const database = freshDatabase()

/** Decisions of one code, each perhaps correcting an earlier one. */
const history = fc.array(
  fc.record({
    market: fc.constantFrom(...MARKETS),
    status: fc.constantFrom(...STATUSES),
    on: fc.integer({ min: 1, max: 28 }),
    amends: fc.option(fc.nat(9), { nil: null }),
  }),
  { minLength: 1, maxLength: 6 },
)

type Decision = {
  readonly market: string
  readonly status: (typeof STATUSES)[number]
  readonly on: number
  readonly amends: number | null
}

async function record(code: string, decisions: readonly Decision[]) {
  const { db } = await database
  const recorded: { market: string; eventId: string }[] = []
  const amended = new Set<string>()
  for (const [i, { market, status, on, amends }] of decisions.entries()) {
    const earlier = recorded.filter((each) => each.market === market && !amended.has(each.eventId))
    const corrected = amends === null ? undefined : earlier[amends % (earlier.length || 1)]?.eventId
    try {
      const { eventId } = await recordCodeStatus({
        ctx: makeContext(db),
        input: {
          ...{ code, market, status, effectiveOn: day(on), reason: `Lần ${i}`, documentNo: `${i}` },
          ...(corrected === undefined ? {} : { amends: corrected, reasonCode: 'corrected' }),
        },
      })
      if (corrected !== undefined) amended.add(corrected)
      recorded.push({ market, eventId })
    } catch (error) {
      // What was revoked does not come back by another decision.
      if (!(error instanceof Problem) || error.code !== 'conflict') throw error
    }
  }
}

describe('the status by which the register is filtered', () => {
  it('is that of the one rule, in every market, whatever was decided and corrected', async () => {
    const { db } = await database
    const histories = fc.sample(history, { numRuns: 60, seed: 7 })
    const codes: { id: string; code: string }[] = []
    for (const decisions of histories) {
      const made = await makeCode(makeContext(db), { market: 'CHN', activeFrom: day(1) })
      await record(made.code, decisions)
      codes.push(made)
    }
    // The latest day, for lists tell of today and what was recorded until then.
    const today = day(30)
    for (const market of MARKETS) {
      for (const status of CODE_STATUSES) {
        const expected: string[] = []
        for (const { id, code } of codes) {
          const events = (await readCodeEvents(db, id)).map(toStatusEvent)
          const known = events.some((event) => event.market === market)
          if (known && statusOn(events, market, today) === status) expected.push(code)
        }
        const query = { q: null, kind: null, crop: null, unit: null, status, market }
        const list = await findInRegister({
          ...{ db, today, query: { ...query, cursor: null, limit: 200 } },
        })
        expect(list.hits.map(({ entry }) => entry.code).sort()).toEqual(expected.sort())
      }
    }
  }, 60_000)

  it('is untouched in other markets by a suspension for one', async () => {
    const { db } = await database
    const { id, code } = await makeCode(makeContext(db), { market: 'EU' })
    await record(code, [{ market: 'CHN', status: 'suspended', on: 10, amends: null }])
    const events = (await readCodeEvents(db, id)).map(toStatusEvent)
    expect([statusOn(events, 'EU', day(20)), statusOn(events, 'CHN', day(20))]).toEqual([
      'active',
      'suspended',
    ])
    const [{ n } = { n: 0 }] = await db.all<{ n: number }>(
      sql`SELECT count(*) AS n FROM code_status_event WHERE code_id = ${id} AND market = 'EU'`,
    )
    expect(n).toBe(1)
  })
})
