import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextInstant } from '../../../worker/domain/decisions/history.ts'
import { predecessorEnds } from '../../../worker/domain/decisions/predecessor-ends.ts'
import { toStatusEvent } from '../../../worker/domain/decisions/to-status-event.ts'
import type { History } from '../../../worker/domain/decisions/types.ts'
import { statusOn } from '../../../worker/domain/standing/status-on.ts'
import type { CalendarDate } from '../../../worker/lib/time/calendar-date.ts'
import { histories, TODAY } from './random-decisions.ts'

const DAYS = Array.from(
  { length: 15 },
  (_, i) => `2026-06-${String(i + 1).padStart(2, '0')}` as CalendarDate,
)
const OPEN = ['active', 'pending_foreign_approval']

const statusOf = ({ events }: History, day: string) =>
  statusOn(events.map(toStatusEvent), 'CHN', day)

function reissued(history: History, start: CalendarDate, end: CalendarDate | null): History {
  const [result] = predecessorEnds([history], {
    startOf: () => start,
    endsOn: new Map(end === null ? [] : [['CHN', end]]),
    ...{ reason: 'Đã cấp lại.', documentNo: '9/GXN', today: TODAY },
  })
  if (result === undefined || 'refusal' in result) return history
  const first = nextInstant(history.events, 100)
  const added = result.ends.map((said, i) => {
    return { ...said, id: `x${i}`, market: 'CHN', recordedAt: first + i }
  })
  return { ...history, events: [...history.events, ...added] }
}

describe('the code before a re-issued one', () => {
  it('counts on no day from its end on, and on every day before as it did', () => {
    const day = fc.constantFrom(...DAYS)
    fc.assert(
      fc.property(histories, day, fc.option(fc.nat(5)), (history, start, more) => {
        const given = more === null ? null : (DAYS[DAYS.indexOf(start) + more] ?? start)
        const end = given ?? start
        const isEnded = OPEN.includes(statusOf(history, start)) || given === null
        const after = reissued(history, start, given)
        for (const on of DAYS) {
          const was = statusOf(history, on)
          if (on < end) expect(statusOf(after, on)).toBe(was)
          else if (isEnded) expect(OPEN).not.toContain(statusOf(after, on))
        }
      }),
      { numRuns: 5_000, seed: 16 },
    )
  })
})
