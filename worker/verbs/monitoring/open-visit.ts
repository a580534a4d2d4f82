import { readPlanVisit, type VisitItem } from '../../../db/queries/visits.ts'
import { MONITORING_COPY as W } from '../../copy/portal/monitoring.ts'
import { MONITORING_REFUSALS as R } from '../../copy/refusals/monitoring.ts'
import type { Permission, Target } from '../../domain/access/permissions.ts'
import type { Reading } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { conflict, editedMeanwhile, notFound } from '../guard/refusals.ts'

export type OpenedVisit = { readonly row: VisitItem; readonly target: Target }

/** A visit the actor may do it to; any other is simply not there. */
export async function openVisit(ctx: Reading, id: string, to: Permission): Promise<OpenedVisit> {
  requireAny(ctx, to)
  const row = await readPlanVisit(ctx.db, id)
  if (row === null) throw notFound(W.visitNoun)
  const target = targetOfVisit(row)
  if (!mayDo(ctx.actor, to, target)) throw notFound(W.visitNoun)
  return { row, target }
}

/** A visit lies where its place does. */
export function targetOfVisit(
  row: Pick<VisitItem, 'organisationId' | 'provinceCode' | 'communeCode'>,
): Target {
  const { organisationId, provinceCode, communeCode } = row
  return { organisationId, place: { provinceCode, communeCode } }
}

/** A visit to be made still, as it was on the form; throws `conflict` where somebody changed it since. */
export async function openSeenVisit(
  ctx: Reading,
  seen: { readonly id: string; readonly expected: string },
  to: Permission,
): Promise<OpenedVisit> {
  const opened = await openVisit(ctx, seen.id, to)
  const { state, version } = opened.row
  if (state !== 'planned') throw conflict(R.notOpen)
  if (seen.expected !== String(version)) throw editedMeanwhile()
  return opened
}
