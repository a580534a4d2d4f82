import {
  type ApplicationItem,
  isApplicationDue,
  listDueApplications,
  setNextApplicationReminder,
} from '../../../db/queries/applications.ts'
import { listOfficesOf } from '../../../db/queries/certification-reminders.ts'
import { readDaysOff } from '../../../db/queries/days-off.ts'
import { fillAll } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { APPLICATION_MESSAGES as W } from '../../copy/portal/application-messages.ts'
import { answerDueOn } from '../../domain/applications/terms.ts'
import type { DaysOff } from '../../domain/calendar/public-holidays.ts'
import { addWorkingDays } from '../../domain/calendar/working-days.ts'
import { addDays, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { changeUnlessMade } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { editedMeanwhile } from '../guard/refusals.ts'
import type { HolderMessage } from '../mail/tell-holder.ts'
import { applicationNumber } from './open-application.ts'

/** Reminders of one run; what is left is due the next day still. */
const MOST_AT_ONCE = 500
/** Working days until somebody is reminded again. */
const AGAIN_AFTER = 5

/**
 * Reminds the offices of applications whose term ends or has ended, and holders of what they were
 * asked to add. Message and next day are one atomic batch, so that a run done twice reminds nobody
 * twice. A last day that days off announced since have moved is put right. Returns how many were told.
 */
export async function remindOfApplications(ctx: VerbContext): Promise<number> {
  const today = vietnamDateOf(ctx.now())
  const daysOff = await readDaysOff(ctx.db)
  let told = 0
  for (const row of await listDueApplications(ctx.db, { today, limit: MOST_AT_ONCE })) {
    await ctx.giveWay()
    if (await remind(ctx, row, daysOff)) told += 1
  }
  return told
}

async function remind(ctx: VerbContext, row: ApplicationItem, daysOff: DaysOff): Promise<boolean> {
  const today = vietnamDateOf(ctx.now())
  const dueOn = dueOf(row, daysOff)
  // The day after its last one tells of it again.
  const isDue = dueOn !== null && today <= dueOn
  const remindOn = isDue ? addDays(dueOn, 1) : addWorkingDays(today, AGAIN_AFTER, daysOff)
  // Another run may be faster, or somebody take a step just now.
  return changeUnlessMade(ctx, {
    may: 'applications.process',
    target: targetOf(row),
    guards: [{ holds: isApplicationDue(row), refusal: editedMeanwhile }],
    statements: [setNextApplicationReminder(ctx.db, { id: row.id, dueOn, remindOn })],
    // What nobody did and nothing changed is no business of the log.
    audit: [],
    tell: await messagesOf(ctx, { row, dueOn, isDue }),
  })
}

/** Its last day by the days off that are known today. */
function dueOf({ state, handedInOn, workingDays }: ApplicationItem, daysOff: DaysOff) {
  if (workingDays === null) return null
  const since = handedInOn === null ? null : toCalendarDate(handedInOn)
  return answerDueOn({ state, handedInOn: since, rule: { workingDays }, daysOff })
}

async function messagesOf(
  { db }: VerbContext,
  about: {
    readonly row: ApplicationItem
    readonly dueOn: string | null
    readonly isDue: boolean
  },
): Promise<HolderMessage[]> {
  const { row, dueOn, isDue } = about
  const isHolders = row.state === 'supplement_requested'
  const sides = isHolders
    ? [{ holderId: row.organisationId }]
    : (await listOfficesOf(db, row)).map((recipients) => ({ recipients }))
  const { title, body } = isHolders ? W.supplementWaits : isDue ? W.dueSoon : W.late
  const values = {
    ...{ number: applicationNumber(row), site: row.siteName, holder: row.organisationName },
    due: inEach((lang) => (dueOn === null ? '–' : formatOn(dueOn, lang))),
  }
  return sides.map((side) => ({
    ...{ ...side, kind: 'application' as const },
    ...{ title: fillAll(title, values), body: fillAll(body, values) },
    href: `/portal/applications/${encodeURIComponent(row.id)}`,
  }))
}
