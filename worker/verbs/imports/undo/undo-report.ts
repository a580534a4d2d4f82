import { KEPT_LISTED, type UndoReport } from '../kept-report.ts'
import type { UndoPlan } from './plan-undo.ts'

export function newUndoReport(reason: string): UndoReport {
  return {
    ...{ reason, codesWithdrawn: 0, sitesWithdrawn: 0, decisionsTakenBack: 0 },
    ...{ kept: [], keptTotal: 0 },
  }
}

/** With what a plan takes back. */
export function withPlan(before: UndoReport, plan: UndoPlan): UndoReport {
  return {
    ...before,
    codesWithdrawn: before.codesWithdrawn + plan.withdrawnCodeIds.size,
    sitesWithdrawn: before.sitesWithdrawn + plan.withdrawnSiteIds.size,
    decisionsTakenBack: before.decisionsTakenBack + plan.events.length,
    kept: [...before.kept, ...plan.kept].slice(0, KEPT_LISTED),
    keptTotal: before.keptTotal + plan.kept.length,
  }
}

/** With entries of a diary that were taken back. */
export function withEntries(
  before: UndoReport,
  entries: { readonly takenBack: number; readonly kept: readonly string[] },
): UndoReport {
  const { takenBack, kept } = entries
  return {
    ...before,
    entriesTakenBack: (before.entriesTakenBack ?? 0) + takenBack,
    kept: [...before.kept, ...kept].slice(0, KEPT_LISTED),
    keptTotal: before.keptTotal + kept.length,
  }
}

/** With batches of a list that were annulled. */
export function withBatches(
  before: UndoReport,
  batches: { readonly takenBack: number; readonly kept: readonly string[] },
): UndoReport {
  const { takenBack, kept } = batches
  return {
    ...before,
    batchesTakenBack: (before.batchesTakenBack ?? 0) + takenBack,
    kept: [...before.kept, ...kept].slice(0, KEPT_LISTED),
    keptTotal: before.keptTotal + kept.length,
  }
}

/** With entries of a list of plant-protection products that were taken out. */
export function withProducts(
  before: UndoReport,
  products: { readonly takenBack: number; readonly kept: readonly string[] },
): UndoReport {
  const { takenBack, kept } = products
  return {
    ...before,
    productsTakenBack: (before.productsTakenBack ?? 0) + takenBack,
    kept: [...before.kept, ...kept].slice(0, KEPT_LISTED),
    keptTotal: before.keptTotal + kept.length,
  }
}
