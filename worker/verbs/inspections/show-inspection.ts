import { listFindingsOfInspection, readInspection } from '../../../db/queries/inspections.ts'
import { listSignedPapers } from '../../../db/queries/signed-papers.ts'
import { readPlanVisit } from '../../../db/queries/visits.ts'
import { INSPECTIONS_COPY as W } from '../../copy/portal/inspections.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { opener } from '../guard/opener.ts'
import { findForm } from './find-form.ts'

/**
 * One that the actor may do it to; any other is simply not there. Minutes are of their place, and of
 * whoever held it then.
 */
export const openInspection = opener({ read: readInspection, target: targetOf, noun: W.noun })

/** Minutes with the form they were filled in by, what was found and the papers made of them. */
export async function showInspection(ctx: Reading, id: string) {
  const opened = await openInspection(ctx, id, 'inspections.read')
  const { row, target } = opened
  const [form, findings, papers, visit] = await Promise.all([
    findForm(ctx, { versionId: row.formVersionId, rules: row.rules }),
    listFindingsOfInspection(ctx.db, row.id),
    listSignedPapers(ctx.db, { entity: 'inspection', entityId: row.id }),
    row.visitId === null ? null : readPlanVisit(ctx.db, row.visitId),
  ])
  // A device may have named any: it is shown where it is of the place, and the reader's to see.
  const mayVisit =
    visit?.siteId === row.siteId && mayDo(ctx.actor, 'monitoring.read', targetOf(visit))
  return {
    ...opened,
    form,
    findings,
    papers,
    visitId: mayVisit ? row.visitId : null,
    isDesk: mayDo(ctx.actor, 'inspections.write', target),
  }
}

export type ShownInspection = Awaited<ReturnType<typeof showInspection>>
