import type { AllowanceRow } from '../../../db/queries/batch-source-rows.ts'
import { coversGoods } from '../../domain/lots/covers-goods.ts'
import type { Allowance } from '../../domain/standing/types.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'

/**
 * The latest word of an officer on one hindrance of a batch; null while nobody spoke, or for more
 * kilograms than they saw. Where `kg` is not said it holds for any.
 */
export function allowanceFor(
  rows: readonly AllowanceRow[],
  asked: Pick<AllowanceRow, 'kind' | 'codeId'> & { readonly kg?: number | null },
): Allowance | null {
  const row = rows.findLast(({ kind, codeId }) => kind === asked.kind && codeId === asked.codeId)
  if (row === undefined) return null
  if (asked.kg !== undefined && !coversGoods(row, asked.kg)) return null
  const { recordedAt, authority: by, reason } = row
  return { on: vietnamDateOf(recordedAt), recordedAt, by, reason }
}
