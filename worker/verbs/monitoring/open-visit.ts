import { readPlanVisit, type VisitItem } from '../../../db/queries/visits.ts'
import { MONITORING_COPY as W } from '../../copy/portal/monitoring.ts'
import { MONITORING_REFUSALS as R } from '../../copy/refusals/monitoring.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import { targetOf } from '../codes/target-of.ts'
import { type Opened, opener } from '../guard/opener.ts'
import { conflict, editedMeanwhile } from '../guard/refusals.ts'
import type { Filled } from '../records/filled.ts'

export type OpenedVisit = Opened<VisitItem>

/** A visit the actor may do it to; any other is simply not there. It lies where its place does. */
export const openVisit = opener({ read: readPlanVisit, target: targetOf, noun: W.visitNoun })

/** A visit to be made still, as it was on the form; throws `conflict` where somebody changed it since. */
export async function openSeenVisit({ ctx, input }: Filled, to: Permission): Promise<OpenedVisit> {
  const opened = await openVisit(ctx, input.id, to)
  const { state, version } = opened.row
  if (state !== 'planned') throw conflict(R.notOpen)
  if (String(input.texts['expected'] ?? '') !== String(version)) throw editedMeanwhile()
  return opened
}
