import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerDueOn, termRuleFor } from '../../../worker/domain/applications/terms.ts'
import { APPLICATION_STATES } from '../../../worker/domain/applications/workflow.ts'
import { addDays, toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'

const on = (text: string) => {
  const date = toCalendarDate(text)
  if (date === null) throw new Error(text)
  return date
}

const HOME = { siteKind: 'growing_area', exportMarkets: [], crops: ['xoài'] } as const

/** Nobody entered days off. */
const NONE = new Map()

describe('terms of applications', () => {
  it('are those in force on the day it was handed in', () => {
    expect(termRuleFor(HOME, on('2026-07-31'))).toMatchObject({ basis: '3156/QĐ-BNN-TT' })
    expect(termRuleFor(HOME, on('2026-08-01'))).toMatchObject({
      workingDays: 3,
      checkRequired: false,
    })
  })

  it('are longer for export, and want a visit where the market does', () => {
    const day = on('2026-11-30')
    expect(termRuleFor({ ...HOME, exportMarkets: ['CHN'] }, day)).toMatchObject({
      workingDays: 10,
      checkRequired: false,
    })
    const durian = { ...HOME, crops: ['sầu riêng'], exportMarkets: ['CHN', 'USA'] }
    expect(termRuleFor(durian, day)).toMatchObject({ workingDays: 10, checkRequired: true })
    expect(termRuleFor({ ...durian, exportMarkets: ['USA'] }, day).checkRequired).toBe(false)
  })

  it('throw where no rule reaches back so far', () => {
    expect(() => termRuleFor(HOME, on('2020-01-01'))).toThrow(RangeError)
  })

  it('count neither Tết nor the days before it that a supplement was waited for', () => {
    // Tết 2026: Monday 16 to Friday 20 February.
    const handedInOn = on('2026-02-12')
    expect(
      answerDueOn({ state: 'submitted', handedInOn, rule: { workingDays: 3 }, daysOff: NONE }),
    ).toBe('2026-02-24')
    expect(
      answerDueOn({
        state: 'supplement_requested',
        handedInOn,
        rule: { workingDays: 3 },
        daysOff: NONE,
      }),
    ).toBeNull()
  })

  it('end on the day a naive count comes to', () => {
    const OFF = new Set(
      ['01-01', '01-02', '02-16', '02-17', '02-18', '02-19', '02-20', '04-27', '04-30', '05-01']
        .concat(['08-31', '09-01', '09-02'])
        .map((day) => `2026-${day}`),
    )
    const WORKED = new Set(['2026-01-10', '2026-08-22'])
    const naive = (day: string, days: number): string => {
      let at = day
      for (let left = days; left > 0; ) {
        at = new Date(Date.parse(at) + 86_400_000).toISOString().slice(0, 10)
        const weekday = new Date(at).getUTCDay()
        const free = weekday === 0 || weekday === 6 || OFF.has(at)
        if (!free || WORKED.has(at)) left--
      }
      return at
    }
    fc.assert(
      fc.property(fc.nat(330), fc.integer({ min: 1, max: 20 }), (after, workingDays) => {
        const handedInOn = addDays(on('2026-01-02'), after)
        // The year after is not announced yet.
        fc.pre(naive(handedInOn, workingDays) < '2027')
        const due = answerDueOn({
          state: 'submitted',
          handedInOn,
          rule: { workingDays },
          daysOff: NONE,
        })
        expect(due).toBe(naive(handedInOn, workingDays))
      }),
      { numRuns: 3_000, seed: 20261130 },
    )
  })

  it('run only while an office has it', () => {
    const running = APPLICATION_STATES.filter(
      (state) =>
        answerDueOn({
          state,
          handedInOn: on('2026-11-30'),
          rule: { workingDays: 3 },
          daysOff: NONE,
        }) !== null,
    )
    expect(running).toEqual([
      'submitted',
      'documents_passed',
      'field_check_scheduled',
      'field_checked',
    ])
    expect(
      answerDueOn({
        state: 'submitted',
        handedInOn: null,
        rule: { workingDays: 3 },
        daysOff: NONE,
      }),
    ).toBeNull()
  })
})
