import { type FindingItem, type FindingRow, readFinding } from '../../../db/queries/findings.ts'
import { FINDINGS_COPY as W } from '../../copy/portal/findings.ts'
import type { Permission, Target } from '../../domain/access/permissions.ts'
import type { Reading } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

export type OpenedFinding = { readonly row: FindingItem; readonly target: Target }

/** One the actor may do it to; any other is simply not there. */
export async function openFinding(
  ctx: Reading,
  id: string,
  to: Permission,
): Promise<OpenedFinding> {
  requireAny(ctx, to)
  const row = await readFinding(ctx.db, id)
  const target = row === null ? null : targetOfFinding(row)
  if (row === null || target === null || !mayDo(ctx.actor, to, target)) throw notFound(W.noun)
  return { row, target }
}

/** A finding is of its place; it is its holder's once they were told of it, and nobody's before. */
export function targetOfFinding(
  row: Pick<FindingRow, 'organisationId' | 'toldAt' | 'provinceCode' | 'communeCode'>,
): Target {
  const { organisationId, toldAt, provinceCode, communeCode } = row
  return {
    organisationId: toldAt === null ? null : organisationId,
    place: { provinceCode, communeCode },
  }
}
