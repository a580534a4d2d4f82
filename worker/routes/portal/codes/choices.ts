import { MARKETS, marketName } from '../../../copy/markets.ts'
import { CODE_STATUS_NAMES, SITE_KINDS } from '../../../copy/names.ts'
import { DECISION_REASON_NAMES } from '../../../copy/portal/decision.ts'
import { DECIDED_STATUSES, DECISION_REASONS } from '../../../domain/codes/decision-reasons.ts'
import { allMarkets } from '../../../lib/markets.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import type { Choice } from '../../../resources/form-input.ts'

/** Every market: those of this trade first, then all others by name. */
export function marketChoices(lang: Language): Choice[] {
  const usual = choicesOf(MARKETS, lang)
  const others = allMarkets()
    .filter((market) => !Object.hasOwn(MARKETS, market))
    .map((value) => ({ value, text: marketName(value, lang) }))
  return [...usual, ...others.sort((a, b) => a.text.localeCompare(b.text, lang))]
}
export const reasonChoices = (lang: Language) =>
  DECISION_REASONS.map((value) => ({ value, text: DECISION_REASON_NAMES[value][lang] }))
export const kindChoices = (lang: Language) => choicesOf(SITE_KINDS, lang)

/** Statuses an officer may decide. */
export const statusChoices = (lang: Language) =>
  DECIDED_STATUSES.map((value) => ({ value, text: CODE_STATUS_NAMES[value][lang] }))

/** The statuses a code may begin with. */
export const firstStatusChoices = (lang: Language) =>
  (['active', 'pending_foreign_approval'] as const).map((value) => ({
    value,
    text: CODE_STATUS_NAMES[value][lang],
  }))

/** The names of a table as what can be chosen, in the order of the table. */
export function choicesOf(table: Readonly<Record<string, LocalText>>, lang: Language): Choice[] {
  return Object.entries(table).map(([value, name]) => ({ value, text: name[lang] }))
}
