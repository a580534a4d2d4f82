import type { DaysOff } from './public-holidays.ts'
import { undecidedYears } from './working-days.ts'

/** Years, from today on, that any of the times falls into and whose days off are not decided yet. */
export function undecidedYearsOf(
  times: readonly { readonly fromOn: string; readonly toOn: string }[],
  { today, daysOff }: { readonly today: string; readonly daysOff: DaysOff },
): readonly string[] {
  const years = times.flatMap(({ fromOn, toOn }) =>
    undecidedYears(fromOn < today ? today : fromOn, toOn, daysOff),
  )
  return [...new Set(years)].toSorted()
}
