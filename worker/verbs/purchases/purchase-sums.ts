import {
  listMissing,
  type PurchaseSum,
  type SumParts,
  sumPurchases,
} from '../../../db/queries/purchase-sums.ts'
import { PURCHASE_REFUSALS as R } from '../../copy/refusals/purchases.ts'
import {
  type Days,
  daysIn,
  lastMonthOf,
  monthDays,
  periodDue,
} from '../../domain/purchases/periods.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedReading, VerbContext } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'
import { invalidField } from '../guard/parse-input.ts'
import { openPeriods } from './report-periods.ts'

/** As far back as one page adds up: three years. */
const MOST_MONTHS = 36
const USUAL_MONTHS = 12

/** What sums are made by, beside all four at once. */
export const PURCHASE_SUMS = ['all', 'commune', 'crop', 'market', 'period'] as const
export type PurchaseSumBy = (typeof PURCHASE_SUMS)[number]

const PARTS: Readonly<Record<PurchaseSumBy, SumParts>> = {
  all: { commune: true, crop: true, destination: true, period: true },
  commune: { commune: true, crop: false, destination: false, period: false },
  crop: { commune: false, crop: true, destination: false, period: false },
  market: { commune: false, crop: false, destination: true, period: false },
  period: { commune: false, crop: false, destination: false, period: true },
}

/** Months from and to, as typed; blank for the usual stretch: the year up to this month. */
export type MonthsTyped = { readonly from: string; readonly to: string }

/** The days of a stretch of months. Throws `invalid_input` for what is none, or too long. */
export function daysOfMonths(ctx: Pick<VerbContext, 'now'>, { from, to }: MonthsTyped): Days {
  const today = vietnamDateOf(ctx.now())
  const last = to === '' ? monthDays(today.slice(0, 7)) : daysIn(to)
  if (last === null) throw invalidField('to', R.monthOdd)
  const first = from === '' ? monthsBefore(last.toOn, USUAL_MONTHS - 1) : daysIn(from)
  if (first === null) throw invalidField('from', R.monthOdd)
  const isBackwards = first.fromOn > last.toOn
  if (isBackwards || first.fromOn < monthsBefore(last.toOn, MOST_MONTHS).fromOn) {
    throw invalidField('from', R.stretch)
  }
  // A period of the province that runs may be reported before it is over.
  return { fromOn: first.fromOn, toOn: to === '' ? yearAfter(last.toOn) : last.toOn }
}

function yearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
}

function monthsBefore(day: string, count: number): Days {
  let period: Days = monthDays(day.slice(0, 7)) ?? lastMonthOf(day)
  for (let left = count; left > 0; left--) period = lastMonthOf(period.fromOn)
  return period
}

export type PurchaseStatistics = {
  readonly by: PurchaseSumBy
  readonly days: Days
  readonly lines: readonly PurchaseSum[]
}

/** What went through coded areas of the actor's place, added up by commune, crop, market and period. */
export async function readPurchaseSums(
  ctx: DatedReading,
  asked: MonthsTyped & { readonly by: PurchaseSumBy },
): Promise<PurchaseStatistics> {
  const bounds = boundsOf(ctx, 'purchases.read')
  const { by } = asked
  const days = daysOfMonths(ctx, asked)
  return { by, days, lines: await sumPurchases(ctx.db, { bounds, days, parts: PARTS[by] }) }
}

/** Who packed under codes of the actor's place in a period and has not reported; of the last one unless another is asked for. */
export async function readMissing(ctx: DatedReading, asked: { readonly period: string }) {
  const bounds = boundsOf(ctx, 'purchases.read')
  const today = vietnamDateOf(ctx.now())
  const periods = await openPeriods(ctx)
  const days = daysIn(asked.period)
  const named = periods.find(({ fromOn, toOn }) => fromOn === days?.fromOn && toOn === days.toOn)
  const period = named ?? periodDue(periods, { today, reported: [] })
  const rows = period === null ? [] : await listMissing(ctx.db, { bounds, days: period })
  return { periods, period, rows }
}
