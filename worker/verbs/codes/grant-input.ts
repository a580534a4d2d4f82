import * as z from 'zod'
import { CODE_REFUSALS } from '../../copy/refusals/codes.ts'
import { told } from '../../resources/told.ts'
import { lineField } from '../guard/fields.ts'
import { decidedMarketField, decidedOnField } from './code-status-input.ts'

/** A day that may be left out. */
export const optionalOnField = z
  .string()
  .nullish()
  .transform((text) => (text == null || text.trim() === '' ? null : text))
  .pipe(decidedOnField.nullable())

/** A line that may be left out. */
export function optionalLineField(longest: number) {
  return z
    .string()
    .nullish()
    .transform((text) => (text == null || text.trim() === '' ? null : text))
    .pipe(lineField(longest).nullable())
}

/** One market of a code that is granted, and its first status there. */
const grantedMarket = z.object({
  market: decidedMarketField,
  status: z.enum(['active', 'pending_foreign_approval'], told(CODE_REFUSALS.firstStatus)),
  /** First day of that status; the day of grant where it is left out. */
  effectiveOn: optionalOnField,
  /** Last day of the term. */
  validTo: optionalOnField,
  externalId: optionalLineField(100),
})

const MOST_MARKETS = 30

/** A code as it is granted. Rows of markets that were left empty are null, so that places keep their number. */
export const grantFields = z.object({
  /** However it is typed. */
  code: z.string().trim().min(1, told(CODE_REFUSALS.missing)).max(200),
  issuedOn: decidedOnField,
  documentNo: lineField(100),
  legacyCode: optionalLineField(60),
  externalId: optionalLineField(100),
  markets: z.array(grantedMarket.nullable()).max(MOST_MARKETS),
  /** True once whoever grants has been told what is unusual and goes on. */
  confirm: z.boolean().optional(),
})

export type GrantFields = z.output<typeof grantFields>
export type GrantFieldsInput = z.input<typeof grantFields>
