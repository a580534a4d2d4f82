import { numberOfDecimal } from '../../../lib/measure/decimal.ts'
import {
  LISTED_FACTS,
  type ListedFacts,
  SITE_FACTS,
  type SiteFact,
} from '../../sites/site-facts.ts'
import { areaField, countField, positiveField } from './number-fields.ts'
import { type RowContext, refuse, textField } from './row-context.ts'

/** What a row says of its site beside what has rules of its own; null for what it does not say. */
export function readFactCells(context: RowContext): ListedFacts {
  const values = LISTED_FACTS.map((id) => [id, readCell(context, id, SITE_FACTS[id])])
  // What a fact holds is said once, here as in `SiteFacts`.
  return Object.fromEntries(values) as ListedFacts
}

function readCell(context: RowContext, id: string, fact: SiteFact): string | number | null {
  switch (fact.holds) {
    case 'line':
    case 'phone':
      return lineField(context, id, fact.max)
    case 'area': {
      const area = areaField(context, id)
      return area === null ? null : numberOfDecimal(area.areaHa)
    }
    case 'decimal': {
      const value = positiveField(context, id)
      return value === null ? null : numberOfDecimal(value)
    }
    case 'count':
      return countField(context, id)
  }
}

/** No longer than its form would take. */
function lineField(context: RowContext, id: string, max = 200): string | null {
  const text = textField(context, id)
  if (text === null || text.length <= max) return text
  return refuse(context, id, `Dài nhất ${max} ký tự.`)
}
