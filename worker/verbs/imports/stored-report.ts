import type { RowIssue } from '../../domain/lists/records/import-result.ts'
import type { TotalDisagreement } from '../../lib/sheet/table/check-totals.ts'
import type { SheetWarning } from '../../lib/sheet/workbook.ts'
import type { ImportChange, ImportReport } from './import-report.ts'
import { issuesInOrder } from './issues-in-order.ts'

/** What is kept of a report with the import: the first of each sort, and how many there were. */
export type StoredReport = {
  readonly changes: readonly ImportChange[]
  readonly refused: readonly RowIssue[]
  readonly refusedTotal: number
  readonly warnings: readonly string[]
  readonly warningsTotal: number
  readonly totals: readonly string[]
}

/** Of each outcome. */
export const CHANGES_KEPT = 50
export const REFUSED_KEPT = 200
export const WARNINGS_KEPT = 100
const TOTALS_KEPT = 50

/** A report small enough to be kept, some tens of kilobytes. */
export function toStoredReport(report: ImportReport): StoredReport {
  const { changes, refused, warnings, totals } = report
  return storedReport({
    ...{ changes, refused, warnings, totals },
    ...{ refusedTotal: refused.length, warningsTotal: warnings.length },
  })
}

/** Likewise from its parts; the totals count what was left out before. */
export function storedReport(parts: {
  readonly changes: readonly ImportChange[]
  readonly refused: readonly RowIssue[]
  readonly refusedTotal: number
  readonly warnings: readonly SheetWarning[]
  readonly warningsTotal: number
  readonly totals: readonly TotalDisagreement[]
}): StoredReport {
  const { changes, refused, refusedTotal, warnings, warningsTotal, totals } = parts
  const first = (outcome: ImportChange['outcome']) =>
    changes.filter((change) => change.outcome === outcome).slice(0, CHANGES_KEPT)
  return {
    changes: [...first('added'), ...first('changed')],
    refused: issuesInOrder(refused).slice(0, REFUSED_KEPT),
    refusedTotal,
    warnings: warnings
      .slice(0, WARNINGS_KEPT)
      .map(({ sheet, message }) => (sheet === null ? message : `${sheet}: ${message}`)),
    warningsTotal,
    totals: totals.slice(0, TOTALS_KEPT).map(({ sheet, message }) => `${sheet}: ${message}`),
  }
}
