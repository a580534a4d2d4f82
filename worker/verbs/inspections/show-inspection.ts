import { listFindingsOfInspection, readInspection } from '../../../db/queries/inspections.ts'
import { listSignedPapers } from '../../../db/queries/signed-papers.ts'
import { readPlanVisit } from '../../../db/queries/visits.ts'
import { INSPECTIONS_COPY as W } from '../../copy/portal/inspections.ts'
import type { Permission, Target } from '../../domain/access/permissions.ts'
import type { Reading } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'
import { targetOfVisit } from '../monitoring/open-visit.ts'
import { findForm } from './find-form.ts'

type Row = NonNullable<Awaited<ReturnType<typeof readInspection>>>

/** One that the actor may do it to; any other is simply not there. */
export async function openInspection(
  ctx: Reading,
  id: string,
  to: Permission,
): Promise<{ readonly row: Row; readonly target: Target }> {
  requireAny(ctx, to)
  const row = await readInspection(ctx.db, id)
  const target = row === null ? null : targetOfInspection(row)
  if (row === null || target === null || !mayDo(ctx.actor, to, target)) throw notFound(W.noun)
  return { row, target }
}

/** Minutes are of their place, and of whoever held it then. */
export function targetOfInspection({
  organisationId,
  provinceCode,
  communeCode,
}: Pick<Row, 'organisationId' | 'provinceCode' | 'communeCode'>): Target {
  return { organisationId, place: { provinceCode, communeCode } }
}

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
    visit?.siteId === row.siteId && mayDo(ctx.actor, 'monitoring.read', targetOfVisit(visit))
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
