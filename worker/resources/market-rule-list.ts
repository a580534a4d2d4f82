import { RULE_KIND_NAMES } from '../copy/portal/market-rule.ts'
import { RULE_LIST_COLUMNS } from '../copy/portal/market-rule-list.ts'
import { type MarketRuleRow, RULE_CHANGE, ruleFields } from './market-rule.ts'
import { fieldsOf } from './resource.ts'
import { typedColumns } from './typed-columns.ts'

/** Rules of all kinds as one list; each row is read by the form of its kind. */
export const RULE_LIST = typedColumns(RULE_LIST_COLUMNS, {
  required: ['kind', 'crop', 'market'],
  most: 1_000,
})

/** A rule as a row of such a list, in the words it is read back by. */
export function listRowOfRule(row: MarketRuleRow): Readonly<Record<string, string | null>> {
  const values: Readonly<Record<string, unknown>> = row
  const shown = fieldsOf(ruleFields(row.kind)).map(([name, field]) => [
    name,
    field.show(values[name] ?? null, 'vi') || null,
  ])
  return {
    kind: RULE_KIND_NAMES[row.kind].vi,
    ...Object.fromEntries(shown),
    isLifted: RULE_CHANGE.fields.isLifted.show(row.isLifted, 'vi'),
  }
}
