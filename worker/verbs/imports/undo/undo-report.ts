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
