import type { RowIssue } from '../../domain/lists/records/import-result.ts'
import type { SheetMended } from '../../lib/sheet/mend/cell-mend.ts'
import type { TotalDisagreement } from '../../lib/sheet/table/check-totals.ts'
import type { SheetWarning } from '../../lib/sheet/workbook.ts'
import type { ImportChange, ImportReport } from './import-report.ts'
import { issuesInOrder } from './issues-in-order.ts'

import {
  countIssues,
  countWarnings,
  firstIssuesOfKinds,
  firstWarningsOfKinds,
  type IssueCount,
  type WarningCount,
} from './kinds-of-trouble.ts'

/** Something to look at again: of what kind, where, and in words. */
export type KeptWarning = {
  readonly kind: string
  readonly row: number | null
  readonly text: string
}

/** What is kept of a report with the import: the first of each sort, and how many there were. */
export type StoredReport = {
  readonly changes: readonly ImportChange[]
  readonly refused: readonly RowIssue[]
  readonly refusedTotal: number
  /** How many reasons of each kind; left out by earlier versions. */
  readonly refusedKinds?: readonly IssueCount[]
  /** Texts alone in reports of earlier versions. */
  readonly warnings: readonly (string | KeptWarning)[]
  readonly warningKinds?: readonly WarningCount[]
  readonly warningsTotal: number
  readonly totals: readonly string[]
  /** Cells that were mended on the screen; left out where none was. */
  readonly mended?: readonly SheetMended[]
}

/** Of each outcome. */
export const CHANGES_KEPT = 50
const TOTALS_KEPT = 50

/** A report small enough to be kept, some tens of kilobytes. */
export function toStoredReport(report: ImportReport): StoredReport {
  const { changes, refused, warnings, totals } = report
  return storedReport({
    ...{ changes, refused, warnings, totals },
    ...{ refusedTotal: refused.length, warningsTotal: warnings.length },
    ...{ refusedKinds: countIssues(refused), warningKinds: countWarnings(warnings) },
  })
}

/** Likewise from its parts; the totals count what was left out before. */
export function storedReport(parts: {
  readonly changes: readonly ImportChange[]
  readonly refused: readonly RowIssue[]
  readonly refusedTotal: number
  readonly refusedKinds: readonly IssueCount[]
  readonly warnings: readonly SheetWarning[]
  readonly warningsTotal: number
  readonly warningKinds: readonly WarningCount[]
  readonly totals: readonly TotalDisagreement[]
}): StoredReport {
  const { changes, refused, refusedTotal, refusedKinds, warningKinds } = parts
  const { warnings, warningsTotal, totals } = parts
  const first = (outcome: ImportChange['outcome']) =>
    changes.filter((change) => change.outcome === outcome).slice(0, CHANGES_KEPT)
  return {
    changes: [...first('added'), ...first('changed')],
    refused: firstIssuesOfKinds(issuesInOrder(refused)),
    refusedTotal,
    refusedKinds,
    warnings: firstWarningsOfKinds(warnings).map(({ code: kind, sheet, row, message }) => ({
      ...{ kind, row },
      text: sheet === null ? message : `${sheet}: ${message}`,
    })),
    warningsTotal,
    warningKinds,
    totals: totals.slice(0, TOTALS_KEPT).map(({ sheet, message }) => `${sheet}: ${message}`),
  }
}
