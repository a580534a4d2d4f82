import type { RowIssue } from '../../domain/lists/records/import-result.ts'

/** Sheets as they first come up, rows as they stand in them. */
export function issuesInOrder(issues: readonly RowIssue[]): RowIssue[] {
  const sheets = [...new Set(issues.map(({ sheet }) => sheet))]
  const place = new Map(sheets.map((sheet, index) => [sheet, index]))
  return issues.toSorted(
    (a, b) => (place.get(a.sheet) ?? 0) - (place.get(b.sheet) ?? 0) || a.row - b.row,
  )
}
