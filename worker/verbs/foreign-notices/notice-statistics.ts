import { type SumLine, sumNotices } from '../../../db/queries/foreign-notice-statistics.ts'
import { FOREIGN_REFUSALS as R } from '../../copy/refusals/foreign-notices.ts'
import { addDays, daysBetween } from '../../lib/time/calendar-date.ts'
import { parseVietnameseDate } from '../../lib/time/parse-vietnamese-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedReading } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'
import { invalidField } from '../guard/parse-input.ts'

/** As far back as one page counts: three years. */
const MOST_DAYS = 1_100
const USUAL_DAYS = 365

export type NoticeStatistics = {
  readonly fromOn: string
  readonly toOn: string
  readonly lines: readonly SumLine[]
}

/**
 * Codes of notices by market, cause, commune and month, for a stretch of time (the year up to today
 * unless asked otherwise). Throws `invalid_input` for days that are none, or too far apart.
 */
export async function readNoticeStatistics(
  ctx: DatedReading,
  asked: { readonly from: string; readonly to: string },
): Promise<NoticeStatistics> {
  const bounds = boundsOf(ctx, 'foreign.read')
  const toOn = asked.to === '' ? vietnamDateOf(ctx.now()) : dayOf('to', asked.to)
  const fromOn = asked.from === '' ? addDays(toOn, -USUAL_DAYS) : dayOf('from', asked.from)
  const days = daysBetween(fromOn, toOn)
  if (days < 0 || days > MOST_DAYS) throw invalidField('from', R.stretch)
  return { fromOn, toOn, lines: await sumNotices(ctx.db, { bounds, fromOn, toOn }) }
}

function dayOf(path: string, text: string) {
  const reading = parseVietnameseDate(text)
  if (reading.ok) return reading.on
  throw invalidField(path, R.noDay)
}
