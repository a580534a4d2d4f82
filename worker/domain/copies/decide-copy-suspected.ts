import { dayNumberOf, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { ALWAYS_OF_ONE_DAY, type CopyParameters } from './parameters.ts'

/** Distinct visitors of a unit's label on a day, by province. */
export type CountedDay = {
  /** `yyyy-mm-dd` in Viet Nam. */
  readonly on: string
  /** By province; under the empty name those of whom it is not known. */
  readonly visitors: Readonly<Record<string, number>>
}

/**
 * Whether a unit's label is opened by more people than one package has. Salts change daily, so that
 * nobody is known again the next day: visitors of days add up, and a day with a single one adds
 * nothing. Pure, and the one rule: counting and the simulation ask it alike.
 */
export function decideCopySuspected(
  days: readonly CountedDay[],
  parameters: CopyParameters,
  today: string,
): boolean {
  const mostOfOneDay = Math.min(parameters.ofOneDay, ALWAYS_OF_ONE_DAY)
  const from = dayNumber(today) - parameters.windowDays
  const provinces = new Set<string>()
  let beyond = 0
  for (const { on, visitors } of days) {
    const counts = Object.entries(visitors)
    const count = counts.reduce((sum, [, number]) => sum + number, 0)
    if (count < 2) continue
    if (count >= mostOfOneDay) return true
    if (dayNumber(on) <= from) continue
    for (const [province, number] of counts) {
      if (province !== '' && number > 0) provinces.add(province)
    }
    beyond += Math.max(0, count - parameters.freeADay)
  }
  const weight = 1 + parameters.spread * Math.max(0, provinces.size - 1)
  return beyond * weight >= parameters.points
}

/** Visitors of all days with several: what a dismissal is held against. */
export function countedVisitors(days: readonly CountedDay[]): number {
  const counts = days.map(({ visitors }) =>
    Object.values(visitors).reduce((sum, number) => sum + number, 0),
  )
  return counts.filter((count) => count > 1).reduce((sum, count) => sum + count, 0)
}

function dayNumber(day: string): number {
  const date = toCalendarDate(day)
  if (date === null) throw new Error(`no day: ${day}`)
  return dayNumberOf(date)
}
