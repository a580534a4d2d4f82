import { REPORT_COLUMNS } from '../../copy/reports/columns.ts'
import type { BatchRecord } from '../../domain/lists/records/batch-records.ts'
import type { ImportedRecord } from '../../domain/lists/records/import-result.ts'
import { formatQuantity } from '../../lib/measure/format-quantity.ts'
import type { FaultyField } from './planned-row.ts'

/** Columns of the fields of a batch that are judged after its row was read. */
const COLUMNS: Readonly<Record<string, string>> = {
  'quantity.value': 'quantity',
  'quantity.unit': 'unit',
  markets: 'market',
}

/** The cell of a row that a field of its batch came from: a quantity is not mended in the lot. */
export function faultyBatchField(
  { columns, record }: ImportedRecord<BatchRecord>,
  path: string,
): FaultyField {
  const id = COLUMNS[path] ?? 'lot'
  const heading = columns.get(id)?.heading
  if (id === 'lot' || heading === undefined) {
    return { id: 'lot', column: REPORT_COLUMNS.lot, value: record.lot }
  }
  const { value, unit } = record.quantity
  return { id, column: heading, value: id === 'market' ? '' : formatQuantity(value, unit) }
}
