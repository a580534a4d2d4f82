import { type Decimal, toDecimal } from '../../lib/measure/decimal.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { MarketRule, RuleValue } from './market-rule.ts'

/** What is said of a shipped rule beside its value. */
export type ShippedScope = Pick<MarketRule, 'crop' | 'market' | 'validFrom' | 'source'> &
  Partial<Pick<MarketRule, 'validTo' | 'note' | 'isDoubtful'>>

/** A shipped rule by a name of its own, which stays: it is the address of its page. */
export type ShippedEntry = readonly [id: string, scope: ShippedScope, value: RuleValue]

/** A developer's reading of rules, seen in no text of law: all of it doubtful. */
export const PLAYBOOK = 'Tài liệu kỹ thuật của đơn vị phần mềm; chưa đối chiếu văn bản gốc'

export function inThree(vi: string, en: string, zh: string): LocalText {
  return { vi, en, zh }
}

/** A figure as its source has it. */
export function exact(text: string): Decimal {
  const value = toDecimal(text)
  if (value === null) throw new RangeError(text)
  return value
}
