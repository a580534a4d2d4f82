import type { RowIssue } from '../../domain/sheet/records/import-result.ts'
import type { ImportChange, ImportReport } from './import-report.ts'

/** What is kept of a report with the import: the first of each sort, and how many there were. */
export type StoredReport = {
  readonly changes: readonly ImportChange[]
  readonly refused: readonly RowIssue[]
  readonly refusedTotal: number
  readonly warnings: readonly string[]
  readonly warningsTotal: number
  readonly totals: readonly string[]
}

const CHANGES_KEPT = 50
const REFUSED_KEPT = 200
const WARNINGS_KEPT = 100
const TOTALS_KEPT = 50

/** A report small enough to be kept, some tens of kilobytes. */
export function toStoredReport(report: ImportReport): StoredReport {
  const { changes, refused, warnings, totals } = report
  const first = (outcome: ImportChange['outcome']) =>
    changes.filter((change) => change.outcome === outcome).slice(0, CHANGES_KEPT)
  return {
    changes: [...first('added'), ...first('changed')],
    refused: refused.slice(0, REFUSED_KEPT),
    refusedTotal: refused.length,
    warnings: warnings
      .slice(0, WARNINGS_KEPT)
      .map(({ sheet, message }) => (sheet === null ? message : `${sheet}: ${message}`)),
    warningsTotal: warnings.length,
    totals: totals.slice(0, TOTALS_KEPT).map(({ sheet, message }) => `${sheet}: ${message}`),
  }
}
