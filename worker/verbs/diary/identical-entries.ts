import { fill } from '../../copy/fill.ts'
import { DIARY_REPORT } from '../../copy/reports/diary.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import type { DiaryRecord } from '../../domain/lists/records/diary-records.ts'
import type { ImportedRecord } from '../../domain/lists/records/import-result.ts'
import type { SheetWarning } from '../../lib/sheet/workbook.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { formatDate } from '../../lib/time/format-date.ts'

/** Growing areas with the very same entry on the same day before it looks copied. */
export const IDENTICAL_SITES = 3

/**
 * Entries that say the same (day, work, product, dose, amount, remark) for many growing areas: the
 * usual sign of a diary copied out instead of kept. Only what names a product, a dose or an amount
 * counts; that several farms water on one day is nothing strange. One warning for each such group.
 */
export function identicalEntries(records: readonly ImportedRecord<DiaryRecord>[]): SheetWarning[] {
  const groups = new Map<string, { first: ImportedRecord<DiaryRecord>; codes: Set<string> }>()
  for (const imported of records) {
    const { record } = imported
    if (record.productName === null && record.dose === null && record.quantity === null) continue
    const { quantity } = record
    const said = [
      record.occurredOn,
      record.kind,
      record.productName,
      record.dose,
      quantity === null ? null : `${quantity.value} ${quantity.unit}`,
      record.note,
    ]
    const key = said.map((text) => (text === null ? '' : foldVietnamese(text))).join('\n')
    const group = groups.get(key) ?? { first: imported, codes: new Set<string>() }
    group.codes.add(codeSearchKey(record.growingAreaCode))
    groups.set(key, group)
  }
  return [...groups.values()].flatMap(({ first, codes }) => {
    if (codes.size < IDENTICAL_SITES) return []
    const { record, sheet, row } = first
    const what =
      record.productName === null ? record.kindText : `${record.kindText} “${record.productName}”`
    const message = fill(DIARY_REPORT.identical, {
      row,
      what,
      on: formatDate(record.occurredOn),
      count: codes.size,
    })
    return [{ code: 'identical_entries', message, sheet, row, column: null }]
  })
}
