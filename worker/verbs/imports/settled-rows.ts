import type { ImportSuccess, RowIssue } from '../../domain/lists/records/import-result.ts'
import type { SheetWarning } from '../../lib/sheet/workbook.ts'
import type { ImportChange, ImportCounts } from './import-report.ts'
import {
  countIssues,
  countWarnings,
  firstIssuesOfKinds,
  firstWarningsOfKinds,
  type IssueCount,
  type WarningCount,
} from './kinds-of-trouble.ts'
import type { PlannedRow, TalliedRow } from './planned-row.ts'
import { CHANGES_KEPT, type StoredReport, storedReport } from './stored-report.ts'

/**
 * What became of the rows of a list so far, small enough to be stored with every slice of them: how
 * many of each outcome, and the first of each sort. What the reader itself found is not in it: the
 * file says it again.
 */
export type SettledRows = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: number
  readonly changes: readonly ImportChange[]
  readonly issues: readonly RowIssue[]
  readonly issuesTotal: number
  /** How many there are of each kind. */
  readonly issueKinds: readonly IssueCount[]
  readonly warningKinds: readonly WarningCount[]
  readonly warnings: readonly SheetWarning[]
  readonly warningsTotal: number
}

export const NOTHING_SETTLED: SettledRows = {
  ...{ added: 0, changed: 0, unchanged: 0, refused: 0 },
  ...{ changes: [], issues: [], issuesTotal: 0, warnings: [], warningsTotal: 0 },
  ...{ issueKinds: [], warningKinds: [] },
}

/** With some more rows settled. */
export function withRows(settled: SettledRows, rows: readonly TalliedRow[]): SettledRows {
  const counts = { added: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const { planned } of rows) counts[planned.outcome] += 1
  const issues = rows.flatMap(({ planned }) =>
    planned.outcome === 'refused' ? planned.issues : [],
  )
  const warnings = rows.flatMap(({ planned }) => warningsOf(planned))
  return {
    added: settled.added + counts.added,
    changed: settled.changed + counts.changed,
    unchanged: settled.unchanged + counts.unchanged,
    refused: settled.refused + counts.refused,
    changes: firstOfEach([...settled.changes, ...rows.flatMap(changeOf)]),
    issues: firstIssuesOfKinds([...settled.issues, ...issues]),
    issuesTotal: settled.issuesTotal + issues.length,
    issueKinds: countIssues(issues, settled.issueKinds),
    warningKinds: countWarnings(warnings, settled.warningKinds),
    warnings: firstWarningsOfKinds([...settled.warnings, ...warnings]),
    warningsTotal: settled.warningsTotal + warnings.length,
  }
}

/** The counts of a list once these rows are settled; rows the reader refused count from the start. */
export function countsOf(
  result: Pick<ImportSuccess<unknown>, 'rowCount' | 'refusedRows'>,
  settled: SettledRows,
): ImportCounts {
  const { added, changed, unchanged, refused } = settled
  return { rows: result.rowCount, added, changed, unchanged, refused: refused + result.refusedRows }
}

/** What is kept of a list all of whose rows are settled. */
export function reportOf(result: ImportSuccess<unknown>, settled: SettledRows): StoredReport {
  return storedReport({
    changes: settled.changes,
    refused: [...result.issues, ...settled.issues],
    refusedTotal: result.issues.length + settled.issuesTotal,
    refusedKinds: countIssues(result.issues, settled.issueKinds),
    warningKinds: countWarnings(result.warnings, settled.warningKinds),
    warnings: [...result.warnings, ...settled.warnings],
    warningsTotal: result.warnings.length + settled.warningsTotal,
    totals: result.totals,
  })
}

/** What a row adds or changes, as it is told; none where it does neither. */
export function changeOf({ record, planned }: TalliedRow): ImportChange[] {
  if (!('change' in planned)) return []
  const { sheet, row, subject } = record
  const { outcome, change: text, fields = [] } = planned
  return [{ sheet, row, outcome, text, subject, fields }]
}

export function warningsOf(planned: PlannedRow<unknown>): readonly SheetWarning[] {
  return planned.outcome === 'refused' ? [] : planned.warnings
}

function firstOfEach(changes: readonly ImportChange[]): ImportChange[] {
  const shown = { added: 0, changed: 0 }
  return changes.filter(({ outcome }) => {
    shown[outcome] += 1
    return shown[outcome] <= CHANGES_KEPT
  })
}
