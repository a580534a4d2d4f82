import { listDaysOff, readDaysOff } from '../../../db/queries/days-off.ts'
import { DECIDED_YEARS, type HolidayYear } from '../../domain/calendar/public-holidays.ts'
import { holidaysOf } from '../../domain/calendar/working-days.ts'
import type { DatedReading } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { yearsShown } from './save-days-off.ts'

export type YearEntry = Awaited<ReturnType<typeof listDaysOff>>[number]

export type ShownYear = HolidayYear & {
  readonly year: string
  /** Where it is from: entered here, shipped, or the law alone. */
  readonly from: 'entered' | 'shipped' | 'law'
  /** The entry that counts; null where nobody made one. */
  readonly entry: YearEntry | null
}

/** The days off of the years around, the last one first. */
export async function listYears(ctx: DatedReading): Promise<readonly ShownYear[]> {
  requireAny(ctx, 'portal.use')
  const [daysOff, entries] = await Promise.all([readDaysOff(ctx.db), listDaysOff(ctx.db)])
  return yearsShown(ctx).map((year) => {
    const entry = entries.find((each) => each.year === year) ?? null
    const from = entry !== null ? 'entered' : DECIDED_YEARS.has(year) ? 'shipped' : 'law'
    return { ...holidaysOf(year, daysOff), year, from, entry }
  })
}
