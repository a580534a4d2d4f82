import type { Target } from '../../domain/access/permissions.ts'
import { nextReminderOn } from '../../domain/certifications/reminders.ts'
import { toCalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { CertificationRow, Settle } from '../../resources/certification.ts'
import { actorText, type VerbContext } from '../context.ts'
import { mayConfirmFor } from './open-certification.ts'

/** The authority an operator speaks for; a person speaks for their own. */
export type Spoken = { readonly authority?: string | null | undefined }

/** As an officer has it once they saw it. */
export function confirmedBy(
  ctx: Pick<VerbContext, 'actor' | 'now'>,
  { authority }: Spoken,
): Settle {
  const { actor } = ctx
  return ({ expiresOn }) => ({
    state: 'confirmed',
    decidedAt: ctx.now(),
    decidedBy: actorText(actor),
    authority: actor.kind === 'user' ? actor.organisationName : (authority ?? null),
    reason: null,
    remindOn: firstReminder(expiresOn, vietnamDateOf(ctx.now())),
  })
}

/** As its holder says it is, until an officer saw it. */
export function declaredBy(ctx: Pick<VerbContext, 'actor' | 'now'>): Settle {
  return () => ({
    state: 'declared',
    declaredAt: ctx.now(),
    declaredBy: actorText(ctx.actor),
    decidedAt: null,
    decidedBy: null,
    authority: null,
    reason: null,
    remindOn: null,
  })
}

/** What a change by the actor makes of it: whoever may confirm has seen what they write. */
export function settledBy(
  ctx: Pick<VerbContext, 'actor' | 'now'>,
  { target, ...spoken }: Spoken & { readonly target: Target },
): Settle {
  return mayConfirmFor(ctx, target) ? confirmedBy(ctx, spoken) : declaredBy(ctx)
}

function firstReminder(
  expiresOn: CertificationRow['expiresOn'],
  today: string,
): CertificationRow['remindOn'] {
  const last = expiresOn === null ? null : toCalendarDate(expiresOn)
  return last === null ? null : nextReminderOn(last, today)
}
