import type { AllowanceRow } from '../../../db/queries/batch-source-rows.ts'
import type { Allowance } from '../../domain/standing/types.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'

/** The latest word of an officer on one hindrance of a batch; null while nobody spoke. */
export function allowanceFor(
  rows: readonly AllowanceRow[],
  asked: Pick<AllowanceRow, 'kind' | 'codeId'>,
): Allowance | null {
  const row = rows.findLast(({ kind, codeId }) => kind === asked.kind && codeId === asked.codeId)
  if (row === undefined) return null
  const { recordedAt, authority: by, reason } = row
  return { on: vietnamDateOf(recordedAt), recordedAt, by, reason }
}
