import { fill } from '../../copy/fill.ts'
import { SUCCESSION_FAULTS } from '../../copy/portal/succession.ts'
import { REPORT_COLUMNS } from '../../copy/reports/columns.ts'
import type { RowIssue } from '../../domain/lists/records/import-result.ts'
import type { RefusedSuccession } from '../../domain/places/plan-successions.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/** Faults that lie in what the row says of the new unit; the others in the old one or its day. */
const OF_NEW = new Set([
  ...['chain', 'other_name_in_force', 'target_later', 'other_province', 'code_taken'],
  ...['kind_missing', 'names_differ', 'provinces_differ', 'province_unknown', 'province_missing'],
])

/** Why a row of a list of successions is refused, as rows of any list are told. */
export function successionIssue({ row, fault }: RefusedSuccession): RowIssue {
  const { record } = row
  const isNew = OF_NEW.has(fault.code)
  const text: LocalText = SUCCESSION_FAULTS[fault.code]
  return {
    ...{ sheet: row.sheet, row: row.row, kind: 'register', cell: null },
    subject: record.oldCode,
    column: isNew ? REPORT_COLUMNS.newUnit : REPORT_COLUMNS.oldUnit,
    value: isNew ? `${record.newCode} ${record.newName}` : `${record.oldCode} ${record.oldName}`,
    reason: fill(text.vi, fault.values),
  }
}
