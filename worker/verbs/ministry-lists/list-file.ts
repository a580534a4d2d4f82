import { marketName } from '../../copy/markets.ts'
import { MINISTRY_FILE as W } from '../../copy/portal/ministry-lists.ts'
import type { MinistryRow } from '../../domain/ministry-lists/ministry-row.ts'
import {
  dayCell,
  type ListColumn,
  rowsUnder,
  type WrittenCell,
} from '../../lib/sheet/write/sheet-cells.ts'
import { writeWorkbook, XLSX_TYPE } from '../../lib/sheet/write/write-xlsx.ts'
import { once } from '../../lib/steps/once.ts'
import { type ExportedFile, type ExportFormat, listFile } from '../exports/list-file.ts'

type Numbered = MinistryRow & { readonly number: number }

/**
 * Columns in the order departments write them. The last four are for whoever answers; the reader of lists
 * knows them by these headings, so that a list that comes back filled in is read as it is.
 */
const COLUMNS: readonly ListColumn<Numbered>[] = [
  { heading: W.number, width: 6, cell: ({ number }) => number },
  { heading: W.application, width: 20, cell: ({ application }) => application },
  { heading: W.code, width: 28, cell: ({ code }) => code },
  { heading: W.kind, width: 16, cell: ({ kindName }) => kindName },
  { heading: W.site, width: 32, cell: ({ siteName }) => siteName },
  { heading: W.holder, width: 32, cell: ({ holderName }) => holderName },
  { heading: W.hamlet, width: 16, cell: ({ hamlet }) => hamlet },
  { heading: W.commune, width: 22, cell: ({ communeName }) => communeName },
  { heading: W.province, width: 18, cell: ({ provinceName }) => provinceName },
  { heading: W.area, width: 14, cell: ({ areaHa }) => areaHa },
  { heading: W.households, width: 10, cell: ({ householdCount }) => householdCount },
  { heading: W.crop, width: 22, cell: ({ crops }) => crops },
  { heading: W.market, width: 18, cell: ({ market }) => marketName(market, 'vi') },
  { heading: W.handedInOn, width: 16, cell: ({ handedInOn }) => dayCell(handedInOn) },
  { heading: W.approvedOn, width: 16, cell: ({ approvedOn }) => dayCell(approvedOn) },
  { heading: W.document, width: 22, cell: ({ documentNo }) => documentNo },
  ...[W.status, W.effectiveOn, W.answerDocument, W.reason].map((heading) => ({
    ...{ heading, width: 20, cell: () => null },
  })),
]

/** A list for the ministry as a file; a workbook says on a sheet of its own whose it is. */
export async function ministryFile(given: {
  /** Without its ending. */
  readonly name: string
  readonly format: ExportFormat
  readonly rows: readonly MinistryRow[]
  readonly about: {
    readonly authority: string
    readonly documentNo: string | null
    readonly sentOn: string | null
  }
}): Promise<ExportedFile> {
  const { name, format, rows, about } = given
  const numbered = rows.map((row, at) => ({ ...row, number: at + 1 }))
  const list = { sheetName: W.sheet, columns: COLUMNS }
  if (format === 'csv') return listFile({ name, format, ...list, rows: once(numbered) })
  const { authority, documentNo, sentOn } = about
  const facts: WrittenCell[][] = [
    [W.titleRow, W.title],
    [W.authority, authority],
    [W.documentNo, documentNo ?? W.notSent],
    [W.sentOn, dayCell(sentOn)],
    [W.rows, rows.length],
    [W.fillRow, W.fill],
  ]
  const columns = [
    { heading: W.item, width: 22 },
    { heading: W.value, width: 90 },
  ]
  const sheets = [
    { ...list, rows: once(rowsUnder(COLUMNS, numbered)) },
    { sheetName: W.about, columns, rows: once(facts) },
  ]
  return { fileName: `${name}.xlsx`, mediaType: XLSX_TYPE, chunks: writeWorkbook({ sheets }) }
}
