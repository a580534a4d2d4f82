import { type CaseItem, type CaseRow, readCase } from '../../../db/queries/cases.ts'
import { CASES_COPY as W } from '../../copy/portal/cases.ts'
import type { Permission, Target } from '../../domain/access/permissions.ts'
import { caseNumber } from '../../domain/cases/case-number.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { type Opened, opener } from '../guard/opener.ts'

export type OpenedCase = Opened<CaseItem> & { readonly number: string }

const open = opener({ read: readCase, target: targetOfCase, noun: W.noun })

/** One the actor may do it to; any other is simply not there. */
export async function openCase(ctx: Reading, id: string, to: Permission): Promise<OpenedCase> {
  const opened = await open(ctx, id, to)
  return { ...opened, number: numberOf(opened.row) }
}

/** A case is of its place; its own reader is the agency it was handed to, never whom it concerns. */
export function targetOfCase(
  row: Pick<CaseRow, 'agencyId' | 'provinceCode' | 'communeCode'>,
): Target {
  return targetOf({ ...row, organisationId: row.agencyId })
}

export function numberOf(row: Pick<CaseRow, 'numberSpace' | 'year' | 'sequence'>): string {
  const { numberSpace: space, year, sequence } = row
  return caseNumber({ space, year, sequence })
}
