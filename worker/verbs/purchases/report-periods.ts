import { readDaysOff } from '../../../db/queries/days-off.ts'
import { listPeriods, periodIsFree } from '../../../db/queries/purchase-facts.ts'
import { PURCHASE_REFUSALS as R } from '../../copy/refusals/purchases.ts'
import {
  daysIn,
  dueDayOf,
  isSame,
  type OpenPeriod,
  periodsOn,
  type ReportPeriod,
  undecidedYearOf,
} from '../../domain/purchases/periods.ts'
import { toCalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Asking, DatedLookup, DatedReading, Reading } from '../context.ts'
import { boundsOf, mayAny, mayDo } from '../guard/authorise.ts'
import { invalidField } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import type { RecordRules } from '../records/save-record.ts'

/** The period that a text names, of those that may be reported. Throws naming the field. */
export function periodNamed<P extends ReportPeriod>(
  text: string | null,
  { periods, path }: { readonly periods: readonly P[]; readonly path: string },
): P {
  if (text === null) throw invalidField(path, R.periodMissing)
  const days = daysIn(text)
  const found = days === null ? undefined : periods.find((period) => isSame(period, days))
  if (found === undefined) throw invalidField(path, R.periodUnknown)
  return found
}

/** The province whose periods an office keeps or reads; null where it answers for no one province. */
export function ownProvince(ctx: Asking): string | null {
  const bounds = boundsOf(ctx, 'purchases.read')
  return bounds?.kind === 'place' ? bounds.provinceCode : null
}

/** True for whoever may set periods of a whole province: communes only read them. */
export function mayKeepPeriods({ actor }: Asking): boolean {
  if (!mayAny(actor, 'purchase_periods.write')) return false
  const place = { provinceCode: ownProvince({ actor }), communeCode: null }
  return mayDo(actor, 'purchase_periods.write', { organisationId: null, place })
}

/** The periods that may be reported now in a province, the last first. */
export async function periodsIn(
  { db, now }: DatedLookup,
  provinceCode: string | null,
): Promise<readonly OpenPeriod[]> {
  const [asked, daysOff] = await Promise.all([listPeriods(db, provinceCode), readDaysOff(db)])
  return periodsOn(vietnamDateOf(now()), { asked, daysOff })
}

/** The periods that may be reported now in the actor's province, the last first. */
export async function openPeriods(ctx: DatedReading): Promise<readonly OpenPeriod[]> {
  return periodsIn(ctx, ownProvince(ctx))
}

/** The periods that the actor's province asks for, the last first. */
export async function readOwnPeriods(ctx: Reading) {
  boundsOf(ctx, 'purchase_periods.write')
  const [rows, daysOff] = await Promise.all([
    listPeriods(ctx.db, ownProvince(ctx)),
    readDaysOff(ctx.db),
  ])
  return rows.map((row) => ({ ...row, undecidedYear: undecidedYearOf(row, daysOff) }))
}

/** Where a period holds, and that it shares no day with another. */
export const PERIOD_RULES: RecordRules = {
  complete: async (ctx, { values, before }) => {
    const provinceCode = before === null ? ownProvince(ctx) : before['provinceCode']
    if (typeof provinceCode !== 'string') throw invalidField('name', R.noProvince)
    const due = toCalendarDate(String(values['dueOn']))
    const daysOff = await readDaysOff(ctx.db)
    return { provinceCode, ...(due === null ? {} : { dueOn: dueDayOf(due, daysOff) }) }
  },
  guards: (row) => [
    {
      holds: periodIsFree({
        id: String(row['id']),
        provinceCode: String(row['provinceCode']),
        fromOn: String(row['fromOn']),
        toOn: String(row['toOn']),
      }),
      refusal: () => invalidField('fromOn', R.periodOverlaps),
    },
  ],
  taken: async () => conflict(R.periodOverlaps),
}
