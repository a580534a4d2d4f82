import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { codeStatusName } from '../../../copy/names.ts'
import { CODE_MESSAGES as W } from '../../../copy/portal/code-messages.ts'
import type { CodeStatus } from '../../../domain/standing/types.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import type { PlannedDecision } from './plan-decisions.ts'

const LISTED = 20

/** What a holder is told of many decisions at once: one message that lists them. */
export function manyMessage(decisions: readonly PlannedDecision[]): {
  title: LocalText
  body: LocalText
  href: `/${string}`
} {
  const documents = [...new Set(decisions.map(({ asked }) => asked.documentNo ?? '–'))]
  const values = (lang: Language) => ({
    count: decisions.length,
    list: listOf(decisions, lang),
    document: documents.slice(0, 3).join(', '),
  })
  const inEach = (text: LocalText): LocalText => ({
    vi: fill(text.vi, values('vi')),
    en: fill(text.en, values('en')),
    zh: fill(text.zh, values('zh')),
  })
  const [only, ...others] = decisions
  const code = only?.target?.code
  return {
    title: inEach(W.decidedMany),
    body: inEach(W.decidedManyBody),
    href:
      others.length === 0 && code !== undefined
        ? `/portal/codes/${encodeURIComponent(code)}`
        : '/portal/codes',
  }
}

function listOf(decisions: readonly PlannedDecision[], lang: Language): string {
  const shown = decisions.slice(0, LISTED).map(({ target, asked }) => {
    const status = codeStatusName((asked.status ?? 'none') as CodeStatus, lang)
    const on = formatOn(asked.effectiveOn ?? '', lang)
    return `${target?.code} (${marketName(asked.market ?? '', lang)}: ${status}, ${on})`
  })
  const more = decisions.length - shown.length
  return [...shown, ...(more > 0 ? [fill(W.andMore[lang], { count: more })] : [])].join('; ')
}
