import { listInspectionsSince } from '../../../db/queries/inspections.ts'
import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { APPLICATION_REFUSALS as R } from '../../copy/refusals/applications.ts'
import type { StepInput } from '../../domain/applications/workflow.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { invalidField, invalidInput } from '../guard/parse-input.ts'
import type { OpenedApplication } from './open-application.ts'

/** Minutes that one form offers, the newest first. */
const OFFERED = 5

export type CheckInspection = Awaited<ReturnType<typeof listInspectionsSince>>[number]

/** Minutes of the place since the day of the check that the actor may read; none where no day is set. */
export async function readCheckInspections(
  ctx: Reading,
  { row: { siteId, checkOn: sinceOn } }: Pick<OpenedApplication, 'row'>,
): Promise<readonly CheckInspection[]> {
  if (sinceOn === null) return []
  const rows = await listInspectionsSince(ctx.db, { siteId, sinceOn, limit: OFFERED })
  return rows.filter((row) => mayDo(ctx.actor, 'inspections.read', targetOf(row)))
}

/**
 * What a field check found: day and outcome of the minutes chosen, else as they were typed. Throws
 * `invalid_input` where the minutes are not among those offered, or something typed is missing.
 */
export async function readCheck(
  ctx: Reading,
  opened: OpenedApplication,
  said: StepInput & { readonly inspectionId: string | null },
): Promise<StepInput & { readonly inspectionId: string | null }> {
  const { inspectionId, checkOn, outcome } = said
  if (inspectionId === null) {
    const missing = Object.entries({ checkOn, outcome }).filter(([, value]) => value === undefined)
    if (missing.length === 0) return said
    throw invalidInput(missing.map(([path]) => ({ path, text: FIELD_FAULTS.missing })))
  }
  const offered = await readCheckInspections(ctx, opened)
  const found = offered.find(({ id }) => id === inspectionId)
  if (found === undefined) throw invalidField('inspectionId', R.notItsMinutes)
  return { inspectionId, checkOn: found.inspectedOn, outcome: found.outcome }
}
