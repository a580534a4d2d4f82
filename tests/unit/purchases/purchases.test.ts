import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { againstPlan } from '../../../worker/domain/purchases/against-plan.ts'
import {
  judgeLines,
  type TradedCode,
  type TypedLine,
  wasActive,
} from '../../../worker/domain/purchases/judge-lines.ts'
import {
  daysIn,
  dueDayOf,
  lastMonthOf,
  monthPeriod,
  overlap,
  periodDue,
  periodKey,
  periodsOn,
} from '../../../worker/domain/purchases/periods.ts'
import type { StatusEvent } from '../../../worker/domain/standing/types.ts'
import { toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'

/** Nothing entered here: the days off that are shipped count. */
const NO_DAYS_OFF = new Map()

const DAYS = { fromOn: '2026-05-01', toOn: '2026-05-31' }

describe('periods', () => {
  it('are months, due five working days after; days off are none', () => {
    expect(monthPeriod('2026-01', NO_DAYS_OFF)).toMatchObject({
      fromOn: '2026-01-01',
      dueOn: '2026-02-06',
    })
    // 1 May is a day off.
    expect(monthPeriod('2026-04', NO_DAYS_OFF)).toMatchObject({
      toOn: '2026-04-30',
      dueOn: '2026-05-08',
    })
    expect(lastMonthOf('2026-01-15')).toMatchObject({ fromOn: '2025-12-01', toOn: '2025-12-31' })
    const due = (day: string) => dueDayOf(toCalendarDate(day) ?? fail(), NO_DAYS_OFF)
    expect([due('2026-05-15'), due('2026-05-16'), due('2026-02-16')]).toEqual([
      ...['2026-05-15', '2026-05-18', '2026-02-23'],
    ])
  })

  it('never share a day, have begun, and come newest first, whatever a province asks for', () => {
    const day = fc.integer({ min: 0, max: 500 }).map((n) => {
      return new Date(Date.UTC(2025, 3, 1 + n)).toISOString().slice(0, 10)
    })
    fc.assert(
      fc.property(day, fc.uniqueArray(day, { maxLength: 6 }), (today, days) => {
        const sorted = days.toSorted()
        const asked = sorted.slice(1).map((toOn, at) => {
          const fromOn = new Date(Date.parse(`${sorted[at]}T00:00:00Z`) + 86_400_000)
          return { fromOn: fromOn.toISOString().slice(0, 10), toOn, dueOn: toOn, name: 'Đợt' }
        })
        const periods = periodsOn(today, { asked, daysOff: NO_DAYS_OFF })
        for (const [at, period] of periods.entries()) {
          expect(period.fromOn <= today).toBe(true)
          expect(periods.slice(at + 1).some((other) => overlap(period, other))).toBe(false)
          expect(periods[at + 1]?.toOn ?? '').toSatisfy((on: string) => on < period.toOn)
          expect(daysIn(periodKey(period))).toMatchObject({ fromOn: period.fromOn })
        }
        const next = periodDue(periods, { today, reported: periods.slice(0, 2) })
        // Nothing that ended before what was reported is asked for again.
        expect(next?.toOn).toBe(periods[0]?.toOn)
      }),
      { numRuns: 200, seed: 11 },
    )
  })

  it('are read as people write them', () => {
    for (const text of ['10/2026', '2026-10', 'tháng 10/2026', 'Tháng 10 năm 2026']) {
      expect([text, daysIn(text)?.toOn]).toEqual([text, '2026-10-31'])
    }
    const none = ['13/2026', '10', '2026', 'quý 3', '2026-10-01', '01/0001', '12/9999']
    const days = ['2026-02-30..2026-03-01', '9999-99-99..9999-99-99', '0001-01-01..0001-01-31']
    for (const text of [...none, ...days]) expect([text, daysIn(text)]).toEqual([text, null])
  })
})

const event = (given: Partial<StatusEvent>): StatusEvent => ({
  ...{ id: 'e', market: 'CHN', status: 'active', effectiveOn: '2025-01-01', recordedAt: 1 },
  ...{ reason: null, documentNo: null, text: null, amends: null, ...given },
})

const traded = (given: Partial<TradedCode> = {}): TradedCode => ({
  ...{ codeId: 'c', code: 'VN-1', siteId: 's', holderId: 'h', isGrowingArea: true },
  ...{ crops: [{ name: 'Xoài', folded: 'xoai' }], events: [event({})] },
  ...{ isHeld: false, isEntitled: true, allowedKg: () => null, boughtKg: () => 0, ...given },
})

const typed = (given: Partial<TypedLine> = {}): TypedLine => ({
  ...{ place: 1, code: 'VN-1', crop: null, boughtKg: 10, soldKg: null, destination: 'CHN' },
  ...{ counterpart: null, ...given },
})

const judge = (lines: readonly TypedLine[], code: TradedCode = traded()) =>
  judgeLines(lines, { days: DAYS, found: () => code })

describe('a line', () => {
  it('has the one crop of its area; where there are several nothing is guessed', () => {
    const two = traded({
      crops: [
        { name: 'Xoài cát Chu', folded: 'xoai cat chu' },
        { name: 'Sầu riêng', folded: 'sau rieng' },
      ],
    })
    expect(judge([typed()]).lines[0]?.cropName).toBe('Xoài')
    expect(judge([typed()], two).faults).toMatchObject([{ place: 1, field: 'crop' }])
    expect(judge([typed({ crop: 'xoài' })], two).lines[0]?.cropName).toBe('Xoài cát Chu')
    expect(judge([typed({ crop: 'Mít' })], two).faults).toMatchObject([{ field: 'crop' }])
    expect(judge([typed()], traded({ crops: [] })).faults).toMatchObject([{ field: 'crop' }])
  })

  it('without kilograms is left out, whatever else it says', () => {
    expect(judge([typed({ boughtKg: null, code: 'không có' }), typed({ boughtKg: 0 })])).toEqual({
      ...{ lines: [], faults: [] },
    })
  })

  it('counts with the other lines of its code: sold against bought, bought against the yield', () => {
    const parts = [
      typed({ boughtKg: 100, destination: 'VNM' }),
      typed({ place: 2, boughtKg: null, soldKg: 101 }),
    ]
    expect(judge(parts).lines.map(({ flags }) => flags)).toEqual([['sold_more'], ['sold_more']])
    expect(judge(parts, traded({ isHeld: true })).lines.map(({ flags }) => flags)).toEqual([[], []])
    const small = traded({ allowedKg: () => 150, boughtKg: () => 60 })
    expect(judge([typed({ boughtKg: 90 })], small).lines[0]?.flags).toEqual([])
    expect(judge([typed({ boughtKg: 90.5 })], small).lines[0]?.flags).toEqual(['over_quota'])
    // To the gram: 0.1 and 0.2 are 0.3.
    const exact = traded({ allowedKg: () => 0.3, boughtKg: () => 0.1 })
    expect(judge([typed({ boughtKg: 0.2 })], exact).lines[0]?.flags).toEqual([])
  })

  it('is flagged exactly where its code was active for its destination on no day of the period', () => {
    const status = fc.constantFrom('active' as const, 'suspended' as const, 'none' as const)
    const change = fc.record({ status, month: fc.integer({ min: 3, max: 7 }) })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
        const events = changes.map(({ status: now, month }, at) =>
          event({ id: `${at}`, status: now, effectiveOn: `2026-0${month}-15`, recordedAt: at }),
        )
        // Day by day, the last change of the latest day counts.
        const isActive = Array.from({ length: 31 }, (_, at) => at + 1).some((day) => {
          const on = `2026-05-${String(day).padStart(2, '0')}`
          const sorted = events.filter((each) => each.effectiveOn <= on)
          const last = sorted.toSorted((a, b) =>
            a.effectiveOn === b.effectiveOn
              ? a.recordedAt - b.recordedAt
              : a.effectiveOn < b.effectiveOn
                ? -1
                : 1,
          )
          return last.at(-1)?.status === 'active'
        })
        expect(wasActive(events, 'CHN', DAYS)).toBe(isActive)
        expect(wasActive(events, 'VNM', DAYS)).toBe(true)
        expect(wasActive(events, 'processing', DAYS)).toBe(true)
        expect(wasActive(events, 'USA', DAYS)).toBe(false)
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})

describe('a plan', () => {
  const facts = {
    ...{ plans: [], bought: [], packed: [], harvestedKg: null, thisMonth: '2026-06' },
  }
  const month = '2026-05'

  it('is told apart from what happened by month, buyer and harvest', () => {
    const told = againstPlan({
      ...facts,
      plans: [
        { month, buyer: 'Công ty A', kg: 100 },
        { month, buyer: 'Công ty B', kg: 100 },
        { month: '2026-07', buyer: 'Công ty A', kg: 500 },
      ],
      bought: [
        { month, buyer: 'CÔNG TY A', kg: 120 },
        { month, buyer: 'Lạ', kg: 10 },
      ],
      packed: [{ month, kg: 200 }],
      harvestedKg: 100,
    })
    expect(told.months[0]).toEqual({ month, plannedKg: 200, boughtKg: 130, packedKg: 200 })
    expect(told.remarks).toEqual([
      { kind: 'short', month, kg: 70 },
      { kind: 'not_reported', month, kg: 70 },
      { kind: 'unplanned_buyer', buyer: 'Lạ', kg: 10 },
      { kind: 'silent_buyer', buyer: 'Công ty B', month, kg: 100 },
      { kind: 'more_than_harvested', kg: 130, harvestedKg: 100 },
    ])
  })

  it('that was kept is said to be, and one that nobody made is not judged', () => {
    const plans = [{ month, buyer: 'A', kg: 100 }]
    const bought = [{ month, buyer: 'a', kg: 105 }]
    expect(againstPlan({ ...facts, plans, bought }).remarks).toEqual([{ kind: 'on_plan' }])
    expect(againstPlan({ ...facts, bought }).remarks).toEqual([])
    expect(againstPlan({ ...facts, plans, thisMonth: month }).remarks).toEqual([])
  })
})

function fail(): never {
  throw new Error('no day')
}
