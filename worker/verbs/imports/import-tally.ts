import type { ImportSuccess, RowIssue } from '../../domain/lists/records/import-result.ts'
import type { SheetWarning } from '../../lib/sheet/workbook.ts'
import { CHANGES_SHOWN, type ImportChange, type ImportReport } from './import-report.ts'
import { issuesInOrder } from './issues-in-order.ts'
import type { TalliedRow } from './planned-row.ts'
import { changeOf, countsOf, NOTHING_SETTLED, warningsOf } from './settled-rows.ts'

/** Collects all that is to be told of a list that is read in at one go. */
export type ImportTally = {
  readonly settle: (rows: readonly TalliedRow[]) => void
  readonly report: (
    file: Pick<ImportReport, 'fileName' | 'sha256' | 'dryRun' | 'importId'>,
  ) => ImportReport
}

/** Starts from what the reader found: rows it refused, its warnings, totals that do not add up. */
export function createTally(result: ImportSuccess<unknown>): ImportTally {
  const outcomes = { added: 0, changed: 0, unchanged: 0, refused: 0 }
  const shown = { added: 0, changed: 0 }
  const changes: ImportChange[] = []
  const refused: RowIssue[] = [...result.issues]
  const warnings: SheetWarning[] = [...result.warnings]
  const settle = (row: TalliedRow) => {
    const { planned } = row
    outcomes[planned.outcome] += 1
    if (planned.outcome === 'refused') for (const issue of planned.issues) refused.push(issue)
    for (const warning of warningsOf(planned)) warnings.push(warning)
    for (const change of changeOf(row)) {
      if (shown[change.outcome] >= CHANGES_SHOWN) continue
      shown[change.outcome] += 1
      changes.push(change)
    }
  }
  return {
    settle: (rows) => {
      for (const row of rows) settle(row)
    },
    report: (file) => ({
      ...file,
      counts: countsOf(result, { ...NOTHING_SETTLED, ...outcomes }),
      changes,
      changesTotal: outcomes.added + outcomes.changed,
      refused: issuesInOrder(refused),
      warnings,
      totals: result.totals,
    }),
  }
}
