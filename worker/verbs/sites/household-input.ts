import * as z from 'zod'
import type { HouseholdFacts } from '../../../db/queries/sites-households.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { lineField } from '../guard/fields.ts'
import { areaText, countText, optionalLine, phoneText } from './text-fields.ts'

/** One household as typed. */
export type HouseholdInput = {
  readonly name: string
  readonly plot?: string
  readonly areaHa?: string
  readonly treeCount?: string
  readonly phone?: string
}

export const householdInput = z
  .object({
    name: lineField(120),
    plot: optionalLine(120).default(null),
    areaHa: areaText.default(null),
    treeCount: countText.default(null),
    phone: phoneText.default(null),
  })
  .transform((read): HouseholdFacts => ({ ...read, nameFolded: foldVietnamese(read.name) }))

/** For the audit log, which is kept for ever: no telephone numbers. */
export function auditedHousehold({ name, plot, areaHa, treeCount }: HouseholdFacts) {
  return { name, plot, areaHa, treeCount }
}
