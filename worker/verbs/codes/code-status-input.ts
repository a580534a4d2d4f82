import * as z from 'zod'
import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { MARKETS } from '../../copy/markets.ts'
import { CODE_STATUS_NAMES } from '../../copy/names.ts'
import { CODE_REFUSALS } from '../../copy/refusals/codes.ts'
import { type DecisionReason, isDecisionReason } from '../../domain/codes/decision-reasons.ts'
import { CODE_STATUSES, type CodeStatus } from '../../domain/lists/vocabulary/code-terms.ts'
import { type MarketCode, marketOf } from '../../domain/lists/vocabulary/markets.ts'
import type { CalendarDate } from '../../lib/time/calendar-date.ts'
import { parseVietnameseDate } from '../../lib/time/parse-vietnamese-date.ts'
import { addFault } from '../../resources/add-fault.ts'
import { told } from '../../resources/told.ts'
import { lineField } from '../guard/fields.ts'

const STATUS_LIST = inEach((lang) =>
  Object.entries(CODE_STATUS_NAMES)
    .filter(([status]) => status !== 'none')
    .map(([status, name]) => `${status} (${name[lang]})`)
    .join(', '),
)
const MARKET_LIST = inEach((lang) =>
  Object.entries(MARKETS)
    .map(([market, name]) => `${market} (${name[lang]})`)
    .join(', '),
)

/** A status by its name here or by a word lists use for it. */
export const statusField = z.string().transform((text, context): CodeStatus => {
  const status = CODE_STATUSES.find(text)
  if (status !== null) return status
  addFault(context, fillAll(CODE_REFUSALS.statuses, { list: STATUS_LIST }))
  return z.NEVER
})

/** A market that is not in the list is more likely a slip than a country: a decision would not count. */
export const decidedMarketField = z.string().transform((text, context): MarketCode => {
  const market = marketOf(text)
  if (market !== null) return market
  addFault(context, fillAll(CODE_REFUSALS.markets, { list: MARKET_LIST }))
  return z.NEVER
})

/** A day as people write it; `YYYY-MM-DD` and `dd/mm/yyyy` among others. */
export const decidedOnField = z.string().transform((text, context): CalendarDate => {
  const reading = parseVietnameseDate(text)
  if (reading.ok) return reading.on
  addFault(context, fillAll(CODE_REFUSALS.day, { reason: reading.reason }))
  return z.NEVER
})

/** A reason of the closed list, or one of the same name given as free text. */
export const reasonCodeField = z.string().transform((text, context): DecisionReason => {
  if (isDecisionReason(text)) return text
  addFault(context, FIELD_FAULTS.notAChoiceOfReasons)
  return z.NEVER
})

const wordingField = z.object({ vi: lineField(500), en: lineField(500), zh: lineField(500) })

/** A decision on a code in one market, as an officer states it. */
export const codeStatusInput = z.object({
  /** However it is typed. */
  code: z.string().min(1, told(CODE_REFUSALS.missing)).max(200),
  market: decidedMarketField,
  status: statusField,
  /** First day it holds; it covers the whole day. */
  effectiveOn: decidedOnField,
  reason: lineField(500),
  documentNo: lineField(100),
  /** What the public reads, where the authority gave words of its own. */
  wording: wordingField.nullish(),
  /** The decision this one corrects; it counts no more. */
  amends: z.string().nullish(),
  /** The last decision the officer has seen on this code and market; null for none. */
  expectedLastEventId: z.string().nullish(),
  /** The reason by the closed list; worked out from `reason` where that names one. */
  reasonCode: reasonCodeField.nullish(),
  /**
   * False asks for a `confirm` before an unusual day is recorded: one before the last decision, or
   * ahead of today. Without it such days are recorded and warned of.
   */
  confirm: z.boolean().optional(),
})

export type CodeStatusInput = z.input<typeof codeStatusInput>
export type CodeStatusFields = z.output<typeof codeStatusInput>
