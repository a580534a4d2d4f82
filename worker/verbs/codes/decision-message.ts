import { asSentence } from '../../copy/as-sentence.ts'
import { fill } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { marketName } from '../../copy/markets.ts'
import { codeStatusName } from '../../copy/names.ts'
import { CODE_MESSAGES as W } from '../../copy/portal/code-messages.ts'
import { DECISION_REASON_NAMES } from '../../copy/portal/decision.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import type { Language, LocalText } from '../../lib/text/local-text.ts'

/** What the holder is told of a decision on one of their codes. */
export function decisionMessage(input: {
  readonly code: string
  readonly siteName: string
  readonly event: {
    readonly market: string
    readonly status: CodeStatus
    readonly effectiveOn: string
    readonly reason: string | null
    readonly documentNo: string | null
  }
}): { title: LocalText; body: LocalText } {
  const { code, siteName, event } = input
  const inEach = (text: LocalText): LocalText => {
    const one = (lang: Language) =>
      fill(text[lang], {
        ...{ code, site: siteName, market: marketName(event.market, lang) },
        status: codeStatusName(event.status, lang),
        on: formatOn(event.effectiveOn, lang),
        document: event.documentNo ?? '–',
        reason: asSentence(reasonIn(event.reason ?? '–', lang), lang),
      })
    return { vi: one('vi'), en: one('en'), zh: one('zh') }
  }
  return { title: inEach(W.decided), body: inEach(W.decidedBody) }
}

/** A reason that is one of ours in the reader's language; another stays as the officer wrote it. */
function reasonIn(reason: string, lang: Language): string {
  const names = Object.values(DECISION_REASON_NAMES)
  return names.find(({ vi }) => vi === reason)?.[lang] ?? reason
}
