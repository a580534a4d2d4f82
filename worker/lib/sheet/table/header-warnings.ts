import type { SheetWarning } from '../workbook.ts'
import type { FoundHeader } from './find-header.ts'
import type { TableSpec } from './table-spec.ts'

/** What to tell about a heading: columns not known, columns read by a part of their name, repeats. */
export function headerWarnings(
  sheet: string,
  header: FoundHeader,
  spec: TableSpec,
): readonly SheetWarning[] {
  const warn = (code: string, column: string, message: string): SheetWarning => ({
    code,
    message,
    sheet,
    row: header.firstRow,
    column,
  })
  return [
    ...header.unknown.map(({ letters, heading }) =>
      warn('unknown_column', heading, `Cột ${letters} “${heading}” không dùng đến nên không đọc.`),
    ),
    ...header.repeated.map(({ letters, heading }) =>
      warn(
        'repeated_column',
        heading,
        `Cột ${letters} “${heading}” lặp lại; đã đọc cột đứng trước.`,
      ),
    ),
    ...header.columns
      .filter((column) => column.loose)
      .map(({ id, heading }) => {
        const label = spec.columns.find((column) => column.id === id)?.label ?? id
        return warn('heading_read_as', heading, `Cột “${heading}” được đọc là “${label}”.`)
      }),
  ]
}
