import { daysOffIs, insertDaysOff, readDaysOffOf } from '../../../db/queries/days-off.ts'
import { CALENDAR_COPY as W } from '../../copy/portal/calendar.ts'
import { readDaysOffTyped } from '../../domain/calendar/read-days-off.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { DAYS_OFF } from '../../resources/days-off.ts'
import { inputOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { editedMeanwhile, notFound } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'

/** The first year that is known, and how far ahead one may be entered. */
const FIRST_YEAR = 2025
const YEARS_AHEAD = 3

/** A year that days off may be entered for. Throws `not_found` for any other. */
export function yearOf(ctx: Pick<VerbContext, 'now'>, typed: string): string {
  const year = /^\d{4}$/.test(typed) ? Number(typed) : 0
  if (year < FIRST_YEAR || year > lastYear(ctx)) throw notFound(W.noun)
  return typed
}

/** Years that are shown: all that may be entered. */
export function yearsShown(ctx: Pick<VerbContext, 'now'>): readonly string[] {
  const last = lastYear(ctx)
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, at) => String(last - at))
}

function lastYear({ now }: Pick<VerbContext, 'now'>): number {
  return Number(vietnamDateOf(now()).slice(0, 4)) + YEARS_AHEAD
}

/**
 * Puts down a year's days off as they were decided. What was entered before stays and counts no more; of
 * two who enter a year at once the second is told. `expected` is the entry that was looked at.
 */
export async function saveDaysOff({
  ctx,
  input,
}: Call<{ readonly year: string; readonly texts: Texts }>): Promise<{ id: string }> {
  requirePermission(ctx, 'calendar.write', null)
  const year = yearOf(ctx, input.year)
  const { off, worked, documentNo, decidedOn } = parseInput(inputOf(DAYS_OFF), input.texts)
  const read = readDaysOffTyped({ year, off, worked })
  if (!read.ok) throw invalidField(read.path, read.text)
  const before = await readDaysOffOf(ctx.db, year)
  if ((before?.id ?? '') !== String(input.texts['expected'] ?? '')) throw editedMeanwhile()
  const said = { off: read.off, worked: read.worked, documentNo, decidedOn }
  const row = {
    ...{ id: ctx.newId(), year, ...said },
    recordedAt: ctx.now(),
    actor: actorText(ctx.actor),
  }
  return change(ctx, {
    may: 'calendar.write',
    target: null,
    guards: [{ holds: daysOffIs(year, before?.id ?? null), refusal: editedMeanwhile }],
    statements: [insertDaysOff(ctx.db, row)],
    audit: {
      action: 'calendar.year',
      entityId: row.id,
      ...(before === null ? {} : { before: { off: before.off, worked: before.worked } }),
      after: { year, ...said },
    },
    receipt: { id: row.id },
  })
}
