import { listPlanVisits, type VisitFilter, type VisitItem } from '../../../db/queries/visits.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { decodeCursor, pageOf } from '../documents/list-cursor.ts'
import type { OpenedPlan } from './open-plan.ts'

/** Visits of a plan that the caller has opened, the first due first. */
export async function readVisitsOfPlan(
  ctx: Pick<VerbContext, 'db' | 'now'>,
  { row, bounds }: OpenedPlan,
  asked: VisitFilter & { readonly cursor: string | null; readonly limit: number },
): Promise<{ readonly rows: readonly VisitItem[]; readonly nextCursor: string | null }> {
  const { cursor, limit, ...filter } = asked
  const [dueOn = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const rows = await listPlanVisits(ctx.db, {
    ...filter,
    ...{ planId: row.id, bounds, today: vietnamDateOf(ctx.now()) },
    after: cursor === null ? null : { dueOn, id },
    limit: limit + 1,
  })
  return pageOf(rows, { limit, keysOf: (visit) => [visit.dueOn, visit.id] })
}
