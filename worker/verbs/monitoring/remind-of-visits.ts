import {
  listVisitReminders,
  moveVisitReminders,
  someRemindersAreDue,
} from '../../../db/queries/visit-reminders.ts'
import { visitsDue } from '../../copy/portal/monitoring-messages.ts'
import { SOON_DAYS } from '../../domain/monitoring/kinds.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { changeUnlessMade } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { editedMeanwhile } from '../guard/refusals.ts'

/**
 * Tells the authorities of plans, and the offices of inspectors, of visits that are due within a week
 * and of those that are overdue: each visit a week before and on the day after. All of it is one atomic
 * batch, so that a run done twice or cut off tells nobody twice. Returns how many were told.
 */
export async function remindOfVisits(ctx: VerbContext): Promise<number> {
  const today = vietnamDateOf(ctx.now())
  const told = await listVisitReminders(ctx.db, today)
  if (told.length === 0) return 0
  // Another run may be faster.
  const isMade = await changeUnlessMade(ctx, {
    may: 'monitoring.plan',
    target: null,
    guards: [{ holds: someRemindersAreDue(today), refusal: editedMeanwhile }],
    statements: [moveVisitReminders(ctx.db, today)],
    // What nobody did and nothing changed is no business of the log.
    audit: [],
    tell: told.map(({ organisationId, soon, overdue }) => ({
      organisationId,
      kind: 'visit',
      ...visitsDue({ soon, overdue, days: SOON_DAYS }),
      href: '/portal',
    })),
  })
  return isMade ? told.length : 0
}
