import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { EXPORT_REFUSALS } from '../../copy/refusals/exports.ts'
import { type ListColumn, rowsUnder } from '../../lib/sheet/write/sheet-cells.ts'
import { CSV_MARK, csvLine } from '../../lib/sheet/write/write-csv.ts'
import {
  type ColumnChoices,
  writeXlsx,
  XLSX_MAX_ROWS,
  XLSX_TYPE,
} from '../../lib/sheet/write/write-xlsx.ts'
import { Problem } from '../errors.ts'

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export type ExportedFile = {
  readonly fileName: string
  readonly mediaType: string
  readonly chunks: AsyncGenerator<Uint8Array>
}

/** Things of a list, a page at a time. */
export type ListRows<T> = AsyncGenerator<readonly T[]>

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: XLSX_TYPE,
}

export type ListFile<T> = {
  /** Without its ending. */
  readonly name: string
  readonly format: ExportFormat
  readonly sheetName: string
  readonly columns: readonly ListColumn<T>[]
  readonly rows: ListRows<T>
  /** What may be chosen in cells of a workbook. */
  readonly choices?: readonly ColumnChoices[]
}

/**
 * A list as a file. A workbook holds at most {@link XLSX_MAX_ROWS} rows and is whole before its first
 * byte leaves, so that a list too long for it is told and not cut off: throws `payload_too_large`. A
 * CSV has no end and goes out as it is read.
 */
export async function listFile<T>(list: ListFile<T>): Promise<ExportedFile> {
  const { name, format } = list
  const chunks = format === 'csv' ? csvChunks(list) : only(await xlsxChunks(list))
  return { fileName: `${name}.${format}`, mediaType: MEDIA_TYPES[format], chunks }
}

async function* csvChunks<T>({ columns, rows }: ListFile<T>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(CSV_MARK + csvLine(columns.map(({ heading }) => heading)))
  for await (const page of rows) {
    if (page.length > 0) yield encoder.encode(rowsUnder(columns, page).map(csvLine).join(''))
  }
}

async function xlsxChunks<T>(list: ListFile<T>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of writeXlsx({ ...list, rows: counted(list) })) chunks.push(chunk)
  return chunks
}

async function* counted<T>({ columns, rows }: ListFile<T>) {
  let count = 0
  for await (const page of rows) {
    count += page.length
    if (count > XLSX_MAX_ROWS) throw tooManyRows()
    yield rowsUnder(columns, page)
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
