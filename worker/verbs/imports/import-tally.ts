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
  type OpenedImport,
  type RowPosition,
} from './import-report.ts'
import type { PlannedRow } from './planned-row.ts'

/** Adds up what became of each row. */
export type ImportTally = {
  readonly settle: (where: ImportedRecord<unknown>, planned: PlannedRow<unknown>) => void
  readonly counts: () => ImportCounts
  /** The counts once these rows are in as planned, and the row the import may go on after. */
  readonly progressWith: (rows: readonly TalliedRow[]) => ImportProgress
  readonly report: (
    file: Pick<ImportReport, 'fileName' | 'sha256' | 'dryRun' | 'importId'>,
  ) => ImportReport
}

export type TalliedRow = {
  readonly record: ImportedRecord<unknown>
  readonly planned: PlannedRow<unknown>
}

/** What is noted with an import while it runs. */
export type ImportProgress = ImportCounts & { readonly upTo: RowPosition | null }

/**
 * Starts from what the reader found: rows it refused, its warnings, totals that do not add up. Of an
 * import that goes on, the rows stored before count as what they were then.
 */
export function createTally(
  result: ImportSuccess<unknown>,
  resumed: OpenedImport['resumed'] = null,
): ImportTally {
  const outcomes = { added: 0, changed: 0, unchanged: 0, refused: result.refusedRows }
  const shown = { added: 0, changed: 0 }
  const changes: ImportChange[] = []
  const refused: RowIssue[] = [...result.issues]
  const warnings: SheetWarning[] = [...result.warnings]
  const earlier = resumed === null ? null : rowsUpTo(result.records, resumed.upTo)
  const before = { added: resumed?.counts.added ?? 0, changed: resumed?.counts.changed ?? 0 }
  let met = 0
  const isMet = (where: RowPosition, { outcome }: PlannedRow<unknown>) =>
    outcome === 'unchanged' && earlier?.has(keyOf(where)) === true
  const countsOf = (sums: typeof outcomes, metRows: number) => ({
    rows: result.rowCount,
    added: sums.added + before.added,
    changed: sums.changed + before.changed,
    unchanged: sums.unchanged + Math.max(0, metRows - before.added - before.changed),
    refused: sums.refused,
  })
  const counts = () => countsOf(outcomes, met)
  return {
    settle: (where, planned) => {
      const { sheet, row } = where
      const { outcome } = planned
      if (isMet(where, planned)) met += 1
      else outcomes[outcome] += 1
      if (outcome === 'refused') {
        for (const issue of planned.issues) refused.push(issue)
        return
      }
      for (const warning of planned.warnings) warnings.push(warning)
      if (outcome === 'unchanged' || shown[outcome] >= CHANGES_SHOWN) return
      shown[outcome] += 1
      changes.push({ sheet, row, outcome, text: planned.change })
    },
    counts,
    progressWith: (rows) => {
      const sums = { ...outcomes }
      let metRows = met
      for (const { record, planned } of rows) {
        if (isMet(record, planned)) metRows += 1
        else sums[planned.outcome] += 1
      }
      const last = rows.at(-1)?.record
      const at = last === undefined ? null : { sheet: last.sheet, row: last.row }
      const isEarlier = at !== null && earlier?.has(keyOf(at)) === true
      return { ...countsOf(sums, metRows), upTo: isEarlier ? (resumed?.upTo ?? null) : at }
    },
    report: (file) => ({
      ...file,
      counts: counts(),
      changes,
      changesTotal: counts().added + counts().changed,
      refused: inOrder(refused),
      warnings,
      totals: result.totals,
    }),
  }
}

function keyOf({ sheet, row }: RowPosition): string {
  return `${row}\n${sheet}`
}

/** None where the row is not in the file any more: then all rows are looked at as new. */
function rowsUpTo(records: readonly ImportedRecord<unknown>[], upTo: RowPosition): Set<string> {
  const last = records.findIndex(({ sheet, row }) => sheet === upTo.sheet && row === upTo.row)
  return new Set(records.slice(0, last + 1).map(keyOf))
}

/** Sheets as they first come up, rows as they stand in them. */
function inOrder(issues: readonly RowIssue[]): RowIssue[] {
  const sheets = [...new Set(issues.map(({ sheet }) => sheet))]
  const place = new Map(sheets.map((sheet, index) => [sheet, index]))
  return issues.toSorted(
    (a, b) => (place.get(a.sheet) ?? 0) - (place.get(b.sheet) ?? 0) || a.row - b.row,
  )
}
