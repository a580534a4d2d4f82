import { daysOffYear } from '../../db/schema/index.ts'
import type { HolidaySpan } from '../../worker/domain/calendar/public-holidays.ts'
import type { VerbContext } from '../../worker/verbs/context.ts'

/** The days off of a year, entered as decided. */
export async function enterDaysOff(
  ctx: Pick<VerbContext, 'db' | 'newId' | 'now'>,
  { year, off }: { readonly year: string; readonly off: readonly HolidaySpan[] },
): Promise<void> {
  await ctx.db.insert(daysOffYear).values({
    id: ctx.newId(),
    year,
    off,
    worked: [],
    documentNo: '9/TB-BNV',
    decidedOn: '2025-11-28',
    recordedAt: ctx.now(),
    actor: 'operator:test',
  })
}
