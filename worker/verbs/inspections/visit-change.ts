import {
  finishVisit,
  type OpenVisit,
  readVisitToFinish,
  visitsAreOpen,
} from '../../../db/queries/visits.ts'
import type { ChangePart } from '../change.ts'
import type { Lookup } from '../context.ts'
import type { Minutes } from './minutes.ts'

/** The open visit of a plan that minutes fulfil; null where there is none. */
export function readVisitOf({ db }: Lookup, { row }: Minutes): Promise<OpenVisit | null> {
  const { siteId, provinceCode, visitId, inspectedOn: day } = row
  return readVisitToFinish(db, { siteId, provinceCode, visitId, day })
}

/**
 * Puts a visit down as made by these minutes. Where somebody changed it meanwhile nothing at all is
 * written, so that the visit is looked for anew.
 */
export function visitChange(
  { db }: Lookup,
  { id: inspectionId, inspectedOn: doneOn, actor: doneBy }: Minutes['row'],
  visit: OpenVisit,
) {
  const { id, state, plannedOn, inspectorId } = visit
  return {
    guards: [{ holds: visitsAreOpen([visit]), refusal: () => null }],
    statements: [finishVisit(db, { id, doneOn, doneBy, inspectionId, stateReason: null })],
    audit: [
      {
        action: 'monitoring.visit.done',
        entity: 'inspection_visit',
        entityId: id,
        before: { state, plannedOn, inspectorId },
        after: { state: 'done', doneOn, inspectionId },
      },
    ],
  } satisfies ChangePart
}
