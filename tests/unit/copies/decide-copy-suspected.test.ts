import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CountedDay,
  countedVisitors,
  decideCopySuspected,
} from '../../../worker/domain/copies/decide-copy-suspected.ts'
import { copyParameters } from '../../../worker/domain/copies/parameters.ts'
import { addDays, toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'

const TODAY = '2026-06-15'
const CATEGORIES = [null, 'fruit', 'vegetables', 'rice', 'tea', 'spices', 'other', 'toString']

const daysAgo = (days: number) => {
  const today = toCalendarDate(TODAY)
  if (today === null) throw new Error('no day')
  return addDays(today, -days)
}

const anyCategory = fc.constantFrom(...CATEGORIES)
const anyParameters = fc.record({
  windowDays: fc.integer({ min: 1, max: 365 }),
  freeADay: fc.integer({ min: 0, max: 60 }),
  spread: fc.double({ min: 0, max: 3, noNaN: true }),
  points: fc.integer({ min: 1, max: 1_000 }),
  ofOneDay: fc.integer({ min: 1, max: 1_000 }),
})
const anyDay = (most: number) =>
  fc.record({
    on: fc.integer({ min: 0, max: 100 }).map(daysAgo),
    visitors: fc.dictionary(
      fc.constantFrom('', 'An Giang', 'Hà Nội', 'Lào Cai'),
      fc.integer({ min: 0, max: most }),
    ),
  })
const anyDays = (most: number) =>
  fc.uniqueArray(anyDay(most), { selector: ({ on }) => on, maxLength: 60 })
const sumOf = ({ visitors }: CountedDay) => Object.values(visitors).reduce((a, b) => a + b, 0)

describe('whether a label may be copied', () => {
  it('is so with sixty visitors of one day, wherever they are, for any kind and parameters', () => {
    const parameters = fc.oneof(anyParameters, anyCategory.map(copyParameters))
    fc.assert(
      fc.property(parameters, anyDays(40), fc.integer({ min: 0, max: 60 }), (given, days, here) => {
        const day = { on: TODAY, visitors: { 'An Giang': here, '': 60 - here } }
        const others = days.filter(({ on }) => on !== TODAY)
        expect(decideCopySuspected([...others, day], given, TODAY)).toBe(true)
      }),
    )
  })

  it('is never so with one visitor a day, on however many days', () => {
    fc.assert(
      fc.property(anyParameters, fc.integer({ min: 0, max: 400 }), (given, count) => {
        const days = Array.from({ length: count }, (_, at) => ({
          on: daysAgo(at),
          visitors: { 'Hà Nội': 1 },
        }))
        expect(decideCopySuspected(days, given, TODAY)).toBe(false)
        expect(countedVisitors(days)).toBe(0)
      }),
    )
  })

  it('is not undone by one more visitor', () => {
    fc.assert(
      fc.property(anyCategory, anyDays(30), fc.nat(), (category, days, which) => {
        const parameters = copyParameters(category)
        const before = decideCopySuspected(days, parameters, TODAY)
        const at = days.length === 0 ? 0 : which % days.length
        const more = days.map((day, index) =>
          index === at
            ? { ...day, visitors: { ...day.visitors, '': (day.visitors[''] ?? 0) + 1 } }
            : day,
        )
        expect(decideCopySuspected(more, parameters, TODAY) || !before).toBe(true)
      }),
    )
  })

  it('does not follow from a family: four phones a day for a month, in two provinces', () => {
    for (const category of CATEGORIES) {
      const days = Array.from({ length: 30 }, (_, at) => ({
        on: daysAgo(at),
        visitors: { 'An Giang': 3, 'Hà Nội': 1 },
      }))
      expect(decideCopySuspected(days, copyParameters(category), TODAY)).toBe(false)
    }
  })

  it('forgets days that are over, and those that one of many visitors made', () => {
    const parameters = copyParameters('fruit')
    const busy = (from: number) =>
      Array.from({ length: 10 }, (_, at) => ({ on: daysAgo(from + at), visitors: { '': 12 } }))
    expect(decideCopySuspected(busy(0), parameters, TODAY)).toBe(true)
    expect(decideCopySuspected(busy(parameters.windowDays), parameters, TODAY)).toBe(false)
  })

  it('counts visitors of days with several alone', () => {
    fc.assert(
      fc.property(anyDays(5), (days) => {
        const wanted = days.map(sumOf).filter((sum) => sum > 1)
        expect(countedVisitors(days)).toBe(wanted.reduce((a, b) => a + b, 0))
      }),
    )
  })
})
