import { markedTemplate, suggestedWording } from '../../copy/portal/decision.ts'
import {
  DECIDED_STATUSES,
  DECISION_REASONS,
  type DecisionReason,
  isDecisionReason,
} from '../../domain/codes/decision-reasons.ts'
import type { Language, LocalText } from '../../lib/text/local-text.ts'
import { parseInput } from '../guard/parse-input.ts'
import { decidedMarketField, statusField } from './code-status-input.ts'

const LANGUAGES = ['vi', 'en', 'zh'] as const satisfies readonly Language[]

type Chosen = {
  readonly market: string
  readonly status: string
  readonly reasonCode: string
}

type Worded = Chosen & {
  readonly wordingVi: string
  readonly wordingEn: string
  readonly wordingZh: string
}

/** The words suggested for what was chosen so far; null while market or status is missing. */
export function wordingFor(form: Chosen): LocalText | null {
  try {
    const reasonCode = isDecisionReason(form.reasonCode) ? form.reasonCode : null
    const market = parseInput(decidedMarketField, form.market)
    return suggestedWording({ status: parseInput(statusField, form.status), market, reasonCode })
  } catch {
    return null
  }
}

/**
 * What the public reads of a decision. Words of the officer's own in one language are enough: the
 * others get the template, which says that it is one. Words that only repeat a template follow the
 * status and reason chosen, so that a correction never keeps those of what it corrects.
 */
export function decidedWording(form: Worded, reasonCode: DecisionReason): LocalText | null {
  const template = wordingFor({ ...form, reasonCode })
  if (template === null) return null
  const typed = { vi: form.wordingVi.trim(), en: form.wordingEn.trim(), zh: form.wordingZh.trim() }
  const known = templatesOf(form.market)
  const isOwn = (lang: Language) => typed[lang] !== '' && !known.has(typed[lang])
  const original = LANGUAGES.find(isOwn)
  if (original === undefined) return template
  const marked = markedTemplate(template, original)
  const said = (lang: Language) => (isOwn(lang) ? typed[lang] : marked[lang])
  return { vi: said('vi'), en: said('en'), zh: said('zh') }
}

/** Every sentence a template makes for this market, marked or not. */
function templatesOf(typedMarket: string): ReadonlySet<string> {
  const market = parseInput(decidedMarketField, typedMarket)
  const all = DECIDED_STATUSES.flatMap((status) =>
    DECISION_REASONS.flatMap((reasonCode) => {
      const template = suggestedWording({ status, market, reasonCode })
      return [template, ...LANGUAGES.map((original) => markedTemplate(template, original))]
    }),
  )
  return new Set(all.flatMap((text) => Object.values(text)))
}
