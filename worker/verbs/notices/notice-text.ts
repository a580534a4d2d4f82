import { fill } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { marketPhrase } from '../../copy/markets.ts'
import { CODE_NOTICES, NOTICE_CODES, NOTICE_ENDINGS, RECALL_NOTICES } from '../../copy/notice.ts'
import type { NoticeKind } from '../../domain/notices.ts'
import type { Language, LocalText } from '../../lib/text/local-text.ts'

/** What is told of a decision on a code; `code` with the word for what kind it is. */
export type CodeNoticeParts = {
  readonly kind: Exclude<NoticeKind, 'recall'>
  readonly labelSlot: string
  readonly code: string
  readonly market: string
  readonly on: string
}

export type RecallNoticeParts = {
  readonly ref: string
  readonly productName: string
  /** Serials concerned, both ends included; null for the whole batch. */
  readonly serials: { readonly from: number; readonly to: number } | null
  /** True for a whole run of labels, whose serials the row does not name. */
  readonly someLabels: boolean
  readonly on: string
}

export type NoticeEnding = {
  readonly documentNo: string | null
  readonly wording: LocalText | null
  /** Asia/Ho_Chi_Minh date on which it was taken back. */
  readonly withdrawnOn: string | null
}

/** One sentence on a code in every language, then whose decision it was and what became of it. */
export function codeNoticeText(parts: CodeNoticeParts, ending: NoticeEnding): LocalText {
  const sentence = codeNoticeSentence(parts)
  return inEach((lang) => withEnding(sentence[lang], ending, lang))
}

/** The sentence alone. */
export function codeNoticeSentence(parts: CodeNoticeParts): LocalText {
  const { kind, labelSlot, code } = parts
  const name = NOTICE_CODES[labelSlot === 'packing_house' ? 'packing_house' : 'growing_area']
  return inEach((lang) => {
    const market = marketPhrase(parts.market, lang)
    const on = formatOn(parts.on, lang)
    return fill(CODE_NOTICES[kind][lang], { name: name[lang], code, market, on })
  })
}

/** One sentence on a recall in every language, then whose decision it was and what became of it. */
export function recallNoticeText(parts: RecallNoticeParts, ending: NoticeEnding): LocalText {
  return inEach((lang) => withEnding(recallSentence(parts, lang), ending, lang))
}

/** The sentence alone. */
export function recallNoticeSentence(parts: RecallNoticeParts): LocalText {
  return inEach((lang) => recallSentence(parts, lang))
}

function recallSentence(parts: RecallNoticeParts, lang: Language): string {
  const { ref, productName: product, serials, someLabels } = parts
  const on = formatOn(parts.on, lang)
  if (serials !== null) return fill(RECALL_NOTICES.serials[lang], { ref, product, on, ...serials })
  return fill(RECALL_NOTICES[someLabels ? 'part' : 'whole'][lang], { ref, product, on })
}

function withEnding(sentence: string, ending: NoticeEnding, lang: Language): string {
  const { documentNo, wording, withdrawnOn } = ending
  const tail: string[] = []
  if (documentNo !== null) tail.push(fill(NOTICE_ENDINGS.document[lang], { no: documentNo }))
  if (wording !== null)
    tail.push(fill(NOTICE_ENDINGS.quotation[lang], { text: wording[lang].trim() }))
  if (withdrawnOn !== null)
    tail.push(fill(NOTICE_ENDINGS.withdrawn[lang], { on: formatOn(withdrawnOn, lang) }))
  return [sentence, ...tail].join(lang === 'zh' ? '' : ' ')
}
