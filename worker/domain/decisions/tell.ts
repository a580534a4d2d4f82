import { fill } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { marketName } from '../../copy/markets.ts'
import { codeStatusName } from '../../copy/names.ts'
import { DECISION_REASON_NAMES } from '../../copy/portal/decision.ts'
import { REFUSALS, WARNINGS } from '../../copy/ruling.ts'
import type { Language, LocalText } from '../../lib/text/local-text.ts'
import type { DecisionReason } from '../codes/decision-reasons.ts'
import type { CodeStatus } from '../standing/types.ts'
import type { RefusalCode, Told, WarningCode } from './types.ts'

/** What the words of a ruling speak of; each word takes what it names. */
export type About = {
  readonly code?: string
  readonly id?: string
  readonly market?: string
  readonly status?: CodeStatus
  readonly on?: string
  readonly final?: CodeStatus
  readonly later?: CodeStatus
  readonly since?: string
  readonly reason?: DecisionReason
}

export function refusalOf(code: RefusalCode, about: About): Told<RefusalCode> {
  return { code, text: inEach(REFUSALS[code], about) }
}

export function warningOf(code: WarningCode, about: About): Told<WarningCode> {
  return { code, text: inEach(WARNINGS[code], about) }
}

const SAID: { readonly [K in keyof About]-?: (value: string, lang: Language) => string } = {
  code: (code) => code,
  id: (id) => id,
  market: marketName,
  status: (status, lang) => codeStatusName(status as CodeStatus, lang),
  final: (status, lang) => codeStatusName(status as CodeStatus, lang),
  later: (status, lang) => codeStatusName(status as CodeStatus, lang),
  on: formatOn,
  since: formatOn,
  reason: (reason, lang) => DECISION_REASON_NAMES[reason as DecisionReason][lang],
}

function inEach(text: LocalText, about: About): LocalText {
  const one = (lang: Language) => {
    const values = Object.entries(about).map(([name, value]) => [
      name,
      SAID[name as keyof About](value, lang),
    ])
    return fill(text[lang], Object.fromEntries(values))
  }
  return { vi: one('vi'), en: one('en'), zh: one('zh') }
}
