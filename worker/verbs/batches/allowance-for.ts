import type { AllowanceRow } from '../../../db/queries/batch-source-rows.ts'
import type { Allowance } from '../../domain/standing/types.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'

/**
 * The latest word of an officer on one hindrance of a batch; null while nobody spoke, or for more
 * kilograms than they saw.
 */
export function allowanceFor(
  rows: readonly AllowanceRow[],
  asked: Pick<AllowanceRow, 'kind' | 'codeId'> & { readonly kg?: number | null },
): Allowance | null {
  const row = rows.findLast(({ kind, codeId }) => kind === asked.kind && codeId === asked.codeId)
  if (row === undefined) return null
  const { quantityKg } = row
  if (quantityKg !== null && (asked.kg ?? null) !== null && Number(asked.kg) > quantityKg)
    return null
  const { recordedAt, authority: by, reason } = row
  return { on: vietnamDateOf(recordedAt), recordedAt, by, reason }
}
