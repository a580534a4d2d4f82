import type { Workbook } from '../workbook.ts'
import { applyMends } from './apply-mends.ts'
import type { SheetMend, SheetMended } from './cell-mend.ts'

/** The workbook as if its cells had been mended in the file, with what was mended. */
export function mendWorkbook(workbook: Workbook, mends: readonly SheetMend[]): Workbook {
  if (mends.length === 0) return workbook
  const mended: SheetMended[] = []
  const sheets = workbook.sheets.map((sheet) => {
    const { name } = sheet
    const own = mends.filter((mend) => mend.sheet === name)
    const read = applyMends(sheet.rows, own)
    mended.push(...read.mended.map((each) => ({ ...each, sheet: name })))
    return { ...sheet, rows: read.rows }
  })
  return { ...workbook, sheets, mended }
}
