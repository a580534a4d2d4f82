import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decidingEvent, marketsOf, statusOn } from '../../../worker/domain/standing/status-on.ts'
import type { CodeStatus, StatusEvent } from '../../../worker/domain/standing/types.ts'

const DAYS = Array.from({ length: 12 }, (_, i) => `2026-06-${String(i + 1).padStart(2, '0')}`)
const STATUSES: readonly CodeStatus[] = [
  'pending_foreign_approval',
  'active',
  'suspended',
  'revoked',
  'cancelled',
  'expired',
]
const MARKETS = ['CHN', 'EU', 'VNM']

/** A history as it grows: each decision may correct an earlier one of the same market. */
const history = fc
  .array(
    fc.record({
      market: fc.constantFrom(...MARKETS),
      status: fc.constantFrom(...STATUSES),
      effectiveOn: fc.constantFrom(...DAYS),
      // Few instants, so that ties come up often.
      recordedAt: fc.integer({ min: 1, max: 3 }),
      amends: fc.option(fc.nat(20), { nil: null }),
      id: fc.integer({ min: 0, max: 9_999 }),
    }),
    { maxLength: 14 },
  )
  .map((rows) => {
    const events: StatusEvent[] = []
    for (const [i, { amends, id, ...row }] of rows.entries()) {
      const earlier = events.filter(
        ({ market, id: other }) =>
          market === row.market && !events.some((event) => event.amends === other),
      )
      const corrected = amends === null ? undefined : earlier[amends % (earlier.length || 1)]
      events.push({
        ...row,
        id: `${String(id).padStart(4, '0')}-${i}`,
        ...{ reason: null, documentNo: null, text: null, amends: corrected?.id ?? null },
      })
    }
    return events
  })

/**
 * The rule told in another way: strike out what was corrected, line the rest up by the day it takes
 * effect and then by when it was written down, walk the calendar and note each day's last word.
 */
function naiveStatus(events: readonly StatusEvent[], market: string, day: string): CodeStatus {
  const struckOut = new Set(events.flatMap(({ amends }) => (amends === null ? [] : [amends])))
  const standing = events
    .filter((event) => event.market === market && !struckOut.has(event.id))
    .map((event) => ({ event, key: `${event.effectiveOn}|${event.recordedAt}|${event.id}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  let status: CodeStatus = 'none'
  for (const today of DAYS) {
    for (const { event } of standing) if (event.effectiveOn === today) status = event.status
    if (today === day) return status
  }
  return status
}

describe('the status of a code on a day', () => {
  it('is that of the naive model, whatever the history', () => {
    fc.assert(
      fc.property(
        history,
        fc.constantFrom(...MARKETS),
        fc.constantFrom(...DAYS),
        (events, m, d) => {
          expect(statusOn(events, m, d)).toBe(naiveStatus(events, m, d))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('does not depend on the order in which the decisions are handed over', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (events, dice) => {
        const shuffled = events
          .map((event) => ({ event, at: dice.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event)
        for (const market of MARKETS) {
          for (const day of DAYS) {
            expect(decidingEvent(shuffled, market, day)).toBe(decidingEvent(events, market, day))
          }
        }
      }),
    )
  })

  it('leaves every other market as it was on every day when one is suspended', () => {
    fc.assert(
      fc.property(
        history,
        fc.constantFrom(...MARKETS),
        fc.constantFrom(...DAYS),
        fc.constantFrom<CodeStatus>('suspended', 'revoked', 'active'),
        (events, market, effectiveOn, status) => {
          const suspension: StatusEvent = {
            ...{ id: '9999-x', market, status, effectiveOn, recordedAt: 9 },
            ...{ reason: null, documentNo: null, text: null, amends: null },
          }
          const after = [...events, suspension]
          for (const other of MARKETS.filter((each) => each !== market)) {
            for (const day of DAYS) {
              expect(statusOn(after, other, day)).toBe(statusOn(events, other, day))
            }
          }
          expect(statusOn(after, market, effectiveOn)).toBe(status)
        },
      ),
    )
  })

  it('is unchanged before the day a decision takes effect', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...DAYS), (events, effectiveOn) => {
        const decision: StatusEvent = {
          ...{ id: '9999-x', market: 'CHN', status: 'revoked', effectiveOn, recordedAt: 9 },
          ...{ reason: null, documentNo: null, text: null, amends: null },
        }
        for (const day of DAYS.filter((each) => each < effectiveOn)) {
          const before = statusOn(events, 'CHN', day)
          expect(statusOn([...events, decision], 'CHN', day)).toBe(before)
        }
      }),
    )
  })

  it('knows a market by its first decision', () => {
    fc.assert(
      fc.property(history, (events) => {
        const known = [...new Set(events.map(({ market }) => market))].sort()
        expect(marketsOf(events)).toEqual(known)
      }),
    )
  })
})
