import type { MatterQuestion } from '../../../db/queries/home-matters.ts'
import type { Bounds } from '../../domain/access/bounds.ts'
import type { Matter } from '../../domain/access/matters.ts'
import { addDays } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Person, VerbContext } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'

const DAY_MS = 86_400_000
/** The days a matter speaks of: a validity that ends so soon, a suspension that has stood so long. */
export const DAYS_OF = {
  expiring: 60,
  suspended_long: 30,
  imports: 14,
  keys: 90,
} as const satisfies Partial<Record<Matter, number>>

/** What the person's matters are asked for with, today. */
export function matterQuestion(
  ctx: Pick<VerbContext, 'actor' | 'now'>,
  person: Person,
): MatterQuestion {
  const today = vietnamDateOf(ctx.now())
  return {
    scope: scopeOf(ctx),
    organisationId: person.organisationId,
    today,
    soonOn: addDays(today, DAYS_OF.expiring),
    longSinceOn: addDays(today, -DAYS_OF.suspended_long),
    importsSince: ctx.now() - DAYS_OF.imports * DAY_MS,
    keysBefore: ctx.now() - DAYS_OF.keys * DAY_MS,
  }
}

/** Whose codes and sites the person may see; every role may see some. */
export function scopeOf(ctx: Pick<VerbContext, 'actor'>): Bounds {
  return boundsOf(ctx, 'codes.read')
}

/** How many days a matter speaks of; null for one that speaks of none. */
export function daysOf(matter: Matter): number | null {
  const days: Partial<Record<Matter, number>> = DAYS_OF
  return days[matter] ?? null
}
