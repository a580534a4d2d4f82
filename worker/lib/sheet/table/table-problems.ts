import type { SheetProblem } from '../problem.ts'
import type { Sheet } from '../workbook.ts'
import type { FoundHeader } from './find-header.ts'
import type { ColumnSpec, TableSpec } from './table-spec.ts'

/** No row of the sheet reads as the heading of such a table. */
export function noHeading(sheet: Sheet, spec: TableSpec): SheetProblem {
  const wanted = spec.columns.filter((column) => column.required).map((column) => column.label)
  const message = `Trang “${sheet.name}” không có dòng tiêu đề của ${spec.title}. Cần các cột: ${list(wanted)}.`
  return { code: 'no_table', message }
}

/** The heading lacks required columns: says what was found and under which names it looked. */
export function missingColumns(
  sheet: Sheet,
  header: FoundHeader,
  missing: readonly ColumnSpec[],
): SheetProblem {
  const found = [
    ...header.columns.map((column) => column.heading),
    ...header.unknown.map((column) => column.heading),
  ]
  const wanted = missing.map((column) => {
    const others = column.synonyms.slice(0, 4).join(' / ')
    return others === '' ? `“${column.label}”` : `“${column.label}” (hoặc: ${others})`
  })
  const message = `Trang “${sheet.name}”, dòng tiêu đề ${header.firstRow}: thiếu cột ${wanted.join('; ')}. Các cột tìm thấy: ${list(found)}.`
  return { code: 'missing_column', message }
}

function list(labels: readonly string[]): string {
  return labels.map((label) => `“${label}”`).join(', ')
}
