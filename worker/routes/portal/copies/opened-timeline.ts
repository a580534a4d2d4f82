import { formatOn } from '../../../copy/format.ts'
import { barChart } from '../../../lib/draw/bar-chart.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { addDays, daysBetween, toCalendarDate } from '../../../lib/time/calendar-date.ts'

/** Days that a drawing shows from first to last; of a longer time it shows those with somebody. */
const MOST_DAYS = 120

/**
 * Phones by day as bars, the days in between too, so that pauses are seen; null of a single day.
 *
 * @param input.tallies by day (`yyyy-mm-dd`), the earliest first
 */
export function openedTimeline(input: {
  readonly tallies: readonly { readonly key: string; readonly visitors: number }[]
  readonly describedBy: string
  readonly lang: Language
}): string | null {
  const { tallies, describedBy, lang } = input
  const first = toCalendarDate(tallies[0]?.key ?? '')
  const last = toCalendarDate(tallies.at(-1)?.key ?? '')
  if (first === null || last === null || first === last) return null
  const counted = new Map(tallies.map(({ key, visitors }) => [key, visitors]))
  const days = daysBetween(first, last) + 1
  const shown: readonly string[] =
    days > MOST_DAYS
      ? tallies.map(({ key }) => key)
      : Array.from({ length: days }, (_, at) => addDays(first, at))
  const bars = shown.map((on) => ({ label: formatOn(on, lang), value: counted.get(on) ?? 0 }))
  return barChart({ bars, describedBy })
}
