import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { EXPORT_REFUSALS } from '../../copy/refusals/exports.ts'
import type { WrittenCell, WrittenColumn } from '../../lib/sheet/write/sheet-cells.ts'
import { CSV_MARK, csvLine } from '../../lib/sheet/write/write-csv.ts'
import { writeXlsx, XLSX_MAX_ROWS } from '../../lib/sheet/write/write-xlsx.ts'
import { Problem } from '../errors.ts'

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export type ExportedFile = {
  readonly fileName: string
  readonly mediaType: string
  readonly chunks: AsyncGenerator<Uint8Array>
}

/** Rows of a list, a page at a time. */
export type ListRows = AsyncGenerator<readonly (readonly WrittenCell[])[]>

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * A list as a file. A workbook holds at most {@link XLSX_MAX_ROWS} rows and is whole before its first
 * byte leaves, so that a list too long for it is told and not cut off: throws `payload_too_large`. A
 * CSV has no end and goes out as it is read.
 */
export async function listFile(input: {
  /** Without its ending. */
  readonly name: string
  readonly format: ExportFormat
  readonly sheetName: string
  readonly columns: readonly WrittenColumn[]
  readonly rows: ListRows
}): Promise<ExportedFile> {
  const { name, format, columns, rows, sheetName } = input
  const chunks =
    format === 'csv'
      ? csvChunks(columns, rows)
      : only(await xlsxChunks({ sheetName, columns, rows }))
  return { fileName: `${name}.${format}`, mediaType: MEDIA_TYPES[format], chunks }
}

async function* csvChunks(
  columns: readonly WrittenColumn[],
  rows: ListRows,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(CSV_MARK + csvLine(columns.map(({ heading }) => heading)))
  for await (const page of rows) {
    if (page.length > 0) yield encoder.encode(page.map(csvLine).join(''))
  }
}

async function xlsxChunks(input: {
  readonly sheetName: string
  readonly columns: readonly WrittenColumn[]
  readonly rows: ListRows
}): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of writeXlsx({ ...input, rows: counted(input.rows) })) chunks.push(chunk)
  return chunks
}

async function* counted(rows: ListRows): ListRows {
  let count = 0
  for await (const page of rows) {
    count += page.length
    if (count > XLSX_MAX_ROWS) throw tooManyRows()
    yield page
  }
}

async function* only(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

function tooManyRows(): Problem {
  const most = inEach((lang) =>
    lang === 'vi' ? XLSX_MAX_ROWS.toLocaleString('vi-VN') : String(XLSX_MAX_ROWS),
  )
  return new Problem({
    code: 'payload_too_large',
    text: fillAll(EXPORT_REFUSALS.tooManyRows, { most }),
  })
}
