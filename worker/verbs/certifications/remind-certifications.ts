import {
  type DueReminder,
  isStillDue,
  listDueReminders,
  listOfficesOf,
  setNextReminder,
} from '../../../db/queries/certification-reminders.ts'
import { certificationRunsOut } from '../../copy/portal/certification-messages.ts'
import { nextReminderOn } from '../../domain/certifications/reminders.ts'
import { daysBetween, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { changeUnlessMade } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { editedMeanwhile } from '../guard/refusals.ts'

/** Reminders of one run; what is left is due the next day still. */
const MOST_AT_ONCE = 500

/**
 * Reminds the members of a holder, and the officers of its place, of certifications that run out: 90,
 * 30 and 7 days before. Messages, letters and the day of the next reminder are one atomic batch that
 * holds only while nobody else sent it, so that a run done twice or cut off reminds nobody twice.
 * Returns how many were told.
 */
export async function remindOfCertifications(ctx: VerbContext): Promise<number> {
  const today = vietnamDateOf(ctx.now())
  const due = await listDueReminders(ctx.db, { today, limit: MOST_AT_ONCE })
  let told = 0
  for (const row of due) {
    await ctx.giveWay()
    if (await remind(ctx, row)) told += 1
  }
  return told
}

async function remind(ctx: VerbContext, row: DueReminder): Promise<boolean> {
  const today = vietnamDateOf(ctx.now())
  const last = row.expiresOn === null ? null : toCalendarDate(row.expiresOn)
  const daysLeft = last === null ? -1 : daysBetween(today, last)
  const isOver = last === null || daysLeft < 0
  const remindOn = isOver ? null : nextReminderOn(last, today)
  // Another run may be faster, or its holder change it just now.
  const isMade = await changeUnlessMade(ctx, {
    may: 'certificates.write',
    target: targetOf(row),
    guards: [{ holds: isStillDue(row), refusal: editedMeanwhile }],
    statements: [setNextReminder(ctx.db, { id: row.id, remindOn })],
    // What nobody did and nothing changed is no business of the log.
    audit: [],
    tell: isOver ? [] : await messagesOf(ctx, { row, expiresOn: last, daysLeft }),
  })
  return isMade && !isOver
}

async function messagesOf(
  { db }: VerbContext,
  about: { readonly row: DueReminder; readonly expiresOn: string; readonly daysLeft: number },
) {
  const { row, expiresOn, daysLeft } = about
  const offices = await listOfficesOf(db, row)
  const sides = [{ holderId: row.organisationId }, ...offices.map((recipients) => ({ recipients }))]
  return sides.map((side) => ({
    ...{ ...side, kind: 'certification' as const },
    ...certificationRunsOut({ ...row, expiresOn, daysLeft }),
    href: `/portal/certifications/${encodeURIComponent(row.id)}` as const,
  }))
}
