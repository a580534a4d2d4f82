import type {
  ImportedRecord,
  ImportSuccess,
  RowIssue,
} from '../../domain/sheet/records/import-result.ts'
import type { SheetWarning } from '../../domain/sheet/workbook.ts'
import {
  CHANGES_SHOWN,
  type ImportChange,
  type ImportCounts,
  type ImportReport,
} from './import-report.ts'
import type { PlannedRow } from './planned-row.ts'

/** Adds up what became of each row. */
export type ImportTally = {
  readonly settle: (where: ImportedRecord<unknown>, planned: PlannedRow<unknown>) => void
  readonly counts: () => ImportCounts
  /** The counts if these rows come out as planned. */
  readonly countsWith: (plan: readonly PlannedRow<unknown>[]) => ImportCounts
  readonly report: (
    file: Pick<ImportReport, 'fileName' | 'sha256' | 'dryRun' | 'importId'>,
  ) => ImportReport
}

/** Starts from what the reader found: rows it refused, its warnings, totals that do not add up. */
export function createTally(result: ImportSuccess<unknown>): ImportTally {
  const outcomes = { added: 0, changed: 0, unchanged: 0, refused: result.refusedRows }
  const changes: ImportChange[] = []
  let changesTotal = 0
  const refused: RowIssue[] = [...result.issues]
  const warnings: SheetWarning[] = [...result.warnings]
  const counts = () => ({ rows: result.rowCount, ...outcomes })
  return {
    settle: ({ sheet, row }, planned) => {
      outcomes[planned.outcome] += 1
      if (planned.outcome === 'refused') {
        for (const issue of planned.issues) refused.push(issue)
        return
      }
      for (const warning of planned.warnings) warnings.push(warning)
      if (planned.outcome === 'unchanged') return
      changesTotal += 1
      if (changes.length < CHANGES_SHOWN) changes.push({ sheet, row, text: planned.change })
    },
    counts,
    countsWith: (plan) => {
      const total = { ...counts() }
      for (const { outcome } of plan) total[outcome] += 1
      return total
    },
    report: (file) => ({
      ...file,
      counts: counts(),
      changes,
      changesTotal,
      refused: inOrder(refused),
      warnings,
      totals: result.totals,
    }),
  }
}

/** Sheets as they first come up, rows as they stand in them. */
function inOrder(issues: readonly RowIssue[]): RowIssue[] {
  const sheets = [...new Set(issues.map(({ sheet }) => sheet))]
  const place = new Map(sheets.map((sheet, index) => [sheet, index]))
  return issues.toSorted(
    (a, b) => (place.get(a.sheet) ?? 0) - (place.get(b.sheet) ?? 0) || a.row - b.row,
  )
}
