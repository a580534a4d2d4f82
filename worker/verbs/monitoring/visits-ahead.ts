import { type DayVisitRow, listVisitsOf } from '../../../db/queries/visit-day.ts'
import type { KitVisit } from '../../domain/monitoring/kit-visit.ts'
import { addDays } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedLookup, Person } from '../context.ts'
import { mayAny } from '../guard/authorise.ts'

/** Papers that run out within so many days are asked for on the spot. */
const PAPERS_SOON_DAYS = 60
/** More than anybody visits in a fortnight. */
const MOST_AHEAD = 200

/** Visits of a person up to so many days from now, those left undone first; none for who makes none. */
export async function visitsAhead(
  ctx: DatedLookup & { readonly actor: Person },
  { days }: { readonly days: number },
): Promise<readonly KitVisit[]> {
  const { actor, db } = ctx
  if (!mayAny(actor, 'monitoring.visit')) return []
  const today = vietnamDateOf(ctx.now())
  const rows = await listVisitsOf(db, {
    inspectorId: actor.userId,
    untilOn: addDays(today, days),
    soonOn: addDays(today, PAPERS_SOON_DAYS),
    limit: MOST_AHEAD,
  })
  return rows.map(toVisit)
}

/** The last check of a place: its minutes, unless a visit was put down without any since. */
function lastCheckOf({ lastCheckOn, lastMinutes, lastInspection }: DayVisitRow) {
  if (lastInspection === null || (lastCheckOn !== null && lastCheckOn > lastInspection.on)) {
    return { lastCheckOn, lastMinutes, lastOutcome: null }
  }
  const { on, outcome } = lastInspection
  return { lastCheckOn: on, lastMinutes: null, lastOutcome: outcome }
}

function toVisit(row: DayVisitRow): KitVisit {
  const { communeName, point } = row
  const { lat, lng } = point
  const { id, kind, plannedOn, dueOn, siteId, site, holder, hamlet } = row
  const { codes, crops, findings, papers } = row
  return {
    ...{ id, kind, plannedOn, dueOn, siteId, site, holder, hamlet },
    commune: communeName,
    ...{ codes, crops },
    point: lat === null || lng === null ? null : { lat, lng },
    ...lastCheckOf(row),
    ...{ findings, papers },
  }
}
