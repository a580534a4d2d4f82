import type { TableSpec } from '../../../lib/sheet/table/table-spec.ts'
import { CODE_SPEC } from './code-spec.ts'

const WANTED = ['code', 'market', 'status', 'statusReason', 'effectiveOn', 'documentNo']

/** Columns of a list of decisions on codes: only the code must be there, the rest may be common to all rows. */
export const DECISION_SPEC: TableSpec = {
  id: 'decisions',
  title: 'danh sách quyết định',
  keyColumn: 'code',
  columns: CODE_SPEC.columns
    .filter(({ id }) => WANTED.includes(id))
    .map((column) => ({ ...column, required: column.id === 'code' })),
}
