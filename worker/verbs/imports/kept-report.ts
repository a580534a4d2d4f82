import type { ImportRunDetail } from '../../../db/queries/import-runs.ts'
import type { RowOutcome } from '../../domain/codes/bulk-outcomes.ts'
import type { StoredReport } from './stored-report.ts'

/** A row of a list of decisions that was not recorded. */
export type UnrecordedRow = {
  readonly row: number
  readonly typed: string
  readonly outcome: RowOutcome
  readonly note: string | null
}

export const KEPT_LISTED = 200

/** What is told of taking an import back; kept with the import. */
export type UndoReport = {
  readonly reason: string
  readonly codesWithdrawn: number
  readonly sitesWithdrawn: number
  readonly decisionsTakenBack: number
  /** Of a diary only. */
  readonly entriesTakenBack?: number
  /** Of a list of batches only. */
  readonly batchesTakenBack?: number
  /** Of a list of plant-protection products only. */
  readonly productsTakenBack?: number
  /** The first {@link KEPT_LISTED} things that stayed and why, in Vietnamese. */
  readonly kept: readonly string[]
  readonly keptTotal: number
}

export type UndoCount = Exclude<keyof UndoReport, 'reason' | 'kept' | 'keptTotal'>

type KeptReport = Partial<StoredReport> & {
  readonly others?: readonly UnrecordedRow[]
  readonly undo?: UndoReport
}

/**
 * What was told of an import and is kept with it. Three writers put it there, each its own part:
 * whatever reads a list in (`StoredReport`), decisions on many codes (`others`), the taking back
 * (`undo`); a part is missing until its writer was there.
 */
export function keptReportOf(run: Pick<ImportRunDetail, 'report'>): KeptReport {
  return (run.report ?? {}) as KeptReport
}

/** The report kept with an import that is being, or was, taken back. */
export function undoReportOf(run: Pick<ImportRunDetail, 'id' | 'report'>): UndoReport {
  const { undo } = keptReportOf(run)
  if (undo === undefined) throw new Error(`import ${run.id} has no word of its undoing`)
  return undo
}
