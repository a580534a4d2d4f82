import type { ImportRunDetail } from '../../../../db/queries/import-runs.ts'
import { keptReportOf } from '../kept-report.ts'
import type { UndoPlan } from './plan-undo.ts'

const KEPT_LISTED = 200

/** What is told of taking an import back; kept with the import. */
export type UndoReport = {
  readonly reason: string
  readonly codesWithdrawn: number
  readonly sitesWithdrawn: number
  readonly decisionsTakenBack: number
  /** The first {@link KEPT_LISTED} things that stayed and why, in Vietnamese. */
  readonly kept: readonly string[]
  readonly keptTotal: number
}

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
