import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EntryFacts, judgeEntry } from '../../../worker/domain/diary/judge-entry.ts'
import { latenessOf } from '../../../worker/domain/diary/lateness.ts'
import { findPreHarvestBreaches } from '../../../worker/domain/diary/pre-harvest.ts'
import { waitingOf } from '../../../worker/domain/diary/waiting.ts'
import { addDays, daysBetween, toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'

const FIRST = toCalendarDate('2026-01-01')
if (FIRST === null) throw new Error('a day')
const day = (n: number) => addDays(FIRST, n)
const days = fc.nat({ max: 900 })

const NOTHING: EntryFacts = {
  ...{ today: day(900), plantedOn: null, sownOn: null, waiting: [], lastDose: null, sameAt: null },
}

describe('the waiting after a treatment', () => {
  it('told on the phone is the one that sealing goes by', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 730 }), days, (on, interval, harvest) => {
        const values = { intervalDays: interval }
        const occurredOn = day(on)
        const waiting = waitingOf({ occurredOn, values })
        const [breach] = findPreHarvestBreaches({
          entries: [
            {
              kind: 'plant_protection',
              occurredOn,
              summary: '',
              details: { intervalDays: interval },
            },
          ],
          harvests: [{ on: day(harvest), households: null }],
        })
        const isInside =
          waiting !== null && day(harvest) >= occurredOn && day(harvest) < waiting.allowedOn
        expect(breach !== undefined).toBe(isInside)
      }),
    )
  })
})

describe('judging an entry', () => {
  it('refuses what has not come and asks about what is long ago, and nothing between', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000 }), (n) => {
        const occurredOn = day(n)
        const { faults, questions } = judgeEntry({ kind: 'other', values: {}, occurredOn }, NOTHING)
        const ago = daysBetween(occurredOn, day(900))
        expect([faults.length, questions.length]).toEqual([ago < 0 ? 1 : 0, ago > 60 ? 1 : 0])
      }),
    )
  })

  it('refuses a harvest before the season it names was sown', () => {
    const harvest = { kind: 'harvest' as const, values: {}, occurredOn: day(880) }
    expect(judgeEntry(harvest, { ...NOTHING, sownOn: day(881) }).faults).toHaveLength(1)
    expect(judgeEntry(harvest, { ...NOTHING, sownOn: day(880) }).faults).toEqual([])
  })
})

describe('how late an entry is', () => {
  it('goes by the server’s clock; what the device says only tells sent late from written late', () => {
    const at = (n: number) => Date.parse(`${day(n)}T05:00:00Z`)
    const occurredOn = day(0)
    expect(latenessOf({ occurredOn, recordedAt: at(3), madeAt: null })).toBeNull()
    const late = { days: 10, isOnlySentLate: false }
    expect(latenessOf({ occurredOn, recordedAt: at(10), madeAt: null })).toEqual(late)
    expect(latenessOf({ occurredOn, recordedAt: at(10), madeAt: at(9) })).toEqual(late)
    for (const madeAt of [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, at(-400), Number.NaN]) {
      expect(latenessOf({ occurredOn, recordedAt: at(10), madeAt })).toEqual(late)
    }
    expect(latenessOf({ occurredOn, recordedAt: at(10), madeAt: at(1) })).toEqual({
      ...{ days: 10, isOnlySentLate: true },
    })
  })
})
