import { KEPT_LISTED, type UndoCount, type UndoReport } from '../kept-report.ts'
import type { TakenBack } from './taken-back.ts'

export function newUndoReport(reason: string): UndoReport {
  return {
    ...{ reason, codesWithdrawn: 0, sitesWithdrawn: 0, decisionsTakenBack: 0 },
    ...{ kept: [], keptTotal: 0 },
  }
}

/** With some more rows that were taken back, and those that stay. */
export function withTaken(
  before: UndoReport,
  { counts, kept }: Pick<TakenBack, 'counts' | 'kept'>,
): UndoReport {
  const sums: Partial<Record<UndoCount, number>> = {}
  for (const [name, count] of counts) sums[name] = (before[name] ?? 0) + count
  return {
    ...{ ...before, ...sums },
    kept: [...before.kept, ...kept].slice(0, KEPT_LISTED),
    keptTotal: before.keptTotal + kept.length,
  }
}
