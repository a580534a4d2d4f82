import { type CaseItem, type CaseRow, readCase } from '../../../db/queries/cases.ts'
import { CASES_COPY as W } from '../../copy/portal/cases.ts'
import type { Permission, Target } from '../../domain/access/permissions.ts'
import { caseNumber } from '../../domain/cases/case-number.ts'
import type { Reading } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

export type OpenedCase = {
  readonly row: CaseItem
  readonly target: Target
  readonly number: string
}

/** One the actor may do it to; any other is simply not there. */
export async function openCase(ctx: Reading, id: string, to: Permission): Promise<OpenedCase> {
  requireAny(ctx, to)
  const row = await readCase(ctx.db, id)
  const target = row === null ? null : targetOfCase(row)
  if (row === null || target === null || !mayDo(ctx.actor, to, target)) throw notFound(W.noun)
  return { row, target, number: numberOf(row) }
}

/** A case is of its place; its own reader is the agency it was handed to, never whom it concerns. */
export function targetOfCase(
  row: Pick<CaseRow, 'agencyId' | 'provinceCode' | 'communeCode'>,
): Target {
  const { agencyId, provinceCode, communeCode } = row
  return { organisationId: agencyId, place: { provinceCode, communeCode } }
}

export function numberOf(row: Pick<CaseRow, 'numberSpace' | 'year' | 'sequence'>): string {
  const { numberSpace: space, year, sequence } = row
  return caseNumber({ space, year, sequence })
}
