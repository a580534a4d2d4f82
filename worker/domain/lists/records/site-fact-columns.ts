import type { ColumnDescription } from '../../../lib/sheet/table/table-spec.ts'
import { withoutBrackets } from '../../../lib/text/without-brackets.ts'
import { LISTED_FACTS, SITE_FACTS, type SiteFact } from '../../sites/site-facts.ts'

type After = NonNullable<SiteFact['sheet']>['after']

/** The columns of plain facts that stand after this one, as lists that are read in call them. */
export function factColumns(after: After): Record<string, ColumnDescription> {
  const columns = LISTED_FACTS.flatMap((id): [string, ColumnDescription][] => {
    const { sheet }: SiteFact = SITE_FACTS[id]
    if (sheet?.after !== after) return []
    const { heading, synonyms, additive } = sheet
    const names = [withoutBrackets(heading), synonyms] as const
    return [[id, additive === undefined ? names : { names, additive }]]
  })
  return Object.fromEntries(columns)
}
