import type { ImportRunDetail } from '../../../../db/queries/import-runs.ts'
import { KEPT_LISTED, keptReportOf, type UndoReport } from '../kept-report.ts'
import type { UndoPlan } from './plan-undo.ts'

export type { UndoReport }

export function newUndoReport(reason: string): UndoReport {
  return {
    ...{ reason, codesWithdrawn: 0, sitesWithdrawn: 0, decisionsTakenBack: 0 },
    ...{ kept: [], keptTotal: 0 },
  }
}

/** The report kept with an import that is being, or was, taken back. */
export function undoReportOf(run: Pick<ImportRunDetail, 'id' | 'report'>): UndoReport {
  const { undo } = keptReportOf(run)
  if (undo === undefined) throw new Error(`import ${run.id} has no word of its undoing`)
  return undo
}

/** With what a plan takes back. */
export function withPlan(before: UndoReport, plan: UndoPlan): UndoReport {
  return {
    reason: before.reason,
    codesWithdrawn: before.codesWithdrawn + plan.withdrawnCodeIds.size,
    sitesWithdrawn: before.sitesWithdrawn + plan.withdrawnSiteIds.size,
    decisionsTakenBack: before.decisionsTakenBack + plan.events.length,
    kept: [...before.kept, ...plan.kept].slice(0, KEPT_LISTED),
    keptTotal: before.keptTotal + plan.kept.length,
  }
}
