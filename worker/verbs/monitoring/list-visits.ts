import { listPlanVisits, type VisitFilter, type VisitItem } from '../../../db/queries/visits.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedLookup } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import type { OpenedPlan } from './open-plan.ts'

/** Visits of a plan that the caller has opened, the first due first. */
export async function readVisitsOfPlan(
  ctx: DatedLookup,
  { row, bounds }: OpenedPlan,
  asked: VisitFilter & PageAsked,
): Promise<Page<VisitItem>> {
  const filter = { ...asked, planId: row.id, bounds, today: vietnamDateOf(ctx.now()) }
  return listPage(asked, { dueOn: 'text', id: 'text' }, (page) =>
    listPlanVisits(ctx.db, { ...filter, ...page }),
  )
}
