import { formatOn } from '../../copy/format.ts'
import { marketPhrase } from '../../copy/markets.ts'
import type { NoticeKind } from '../../domain/notices.ts'
import type { Language, LocalText } from '../../lib/text/local-text.ts'

type Words = Readonly<Record<Language, string>>

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
  const name = SLOT_NAMES[parts.labelSlot === 'packing_house' ? 'packing_house' : 'growing_area']
  return inEach((lang) => {
    const market = marketPhrase(parts.market, lang)
    const on = formatOn(parts.on, lang)
    const { code } = parts
    return withEnding(
      CODE_SENTENCES[parts.kind][lang]({ name: name[lang], code, market, on }),
      ending,
      lang,
    )
  })
}

/** One sentence on a recall in every language, then whose decision it was and what became of it. */
export function recallNoticeText(parts: RecallNoticeParts, ending: NoticeEnding): LocalText {
  return inEach((lang) =>
    withEnding(RECALL_SENTENCES[lang](parts, formatOn(parts.on, lang)), ending, lang),
  )
}

function inEach(make: (lang: Language) => string): LocalText {
  return { vi: make('vi'), en: make('en'), zh: make('zh') }
}

function withEnding(sentence: string, ending: NoticeEnding, lang: Language): string {
  const { documentNo, wording, withdrawnOn } = ending
  const tail: string[] = []
  if (documentNo !== null) tail.push(ENDINGS.document[lang](documentNo))
  if (wording !== null) tail.push(ENDINGS.quotation[lang](wording[lang].trim()))
  if (withdrawnOn !== null) tail.push(ENDINGS.withdrawn[lang](formatOn(withdrawnOn, lang)))
  return [sentence, ...tail].join(lang === 'zh' ? '' : ' ')
}

const SLOT_NAMES = {
  growing_area: { vi: 'Mã số vùng trồng', en: 'Growing-area code', zh: '种植区代码' },
  packing_house: { vi: 'Mã số cơ sở đóng gói', en: 'Packing-house code', zh: '包装厂代码' },
} as const satisfies Record<string, Words>

type CodeSentence = (p: { name: string; code: string; market: string; on: string }) => string

const CODE_SENTENCES: Readonly<
  Record<CodeNoticeParts['kind'], Readonly<Record<Language, CodeSentence>>>
> = {
  suspension: {
    vi: (p) => `${p.name} ${p.code} bị tạm dừng cho ${p.market} từ ngày ${p.on}.`,
    en: (p) => `${p.name} ${p.code} is suspended for ${p.market} from ${p.on}.`,
    zh: (p) => `${p.name} ${p.code} 自${p.on}起针对${p.market}暂停使用。`,
  },
  revocation: {
    vi: (p) => `${p.name} ${p.code} bị thu hồi cho ${p.market} từ ngày ${p.on}.`,
    en: (p) => `${p.name} ${p.code} is revoked for ${p.market} from ${p.on}.`,
    zh: (p) => `${p.name} ${p.code} 自${p.on}起针对${p.market}被撤销。`,
  },
  cancellation: {
    vi: (p) => `${p.name} ${p.code} bị hủy cho ${p.market} từ ngày ${p.on}.`,
    en: (p) => `${p.name} ${p.code} is cancelled for ${p.market} from ${p.on}.`,
    zh: (p) => `${p.name} ${p.code} 自${p.on}起针对${p.market}注销。`,
  },
  restoration: {
    vi: (p) => `${p.name} ${p.code} hoạt động trở lại cho ${p.market} từ ngày ${p.on}.`,
    en: (p) => `${p.name} ${p.code} is active again for ${p.market} from ${p.on}.`,
    zh: (p) => `${p.name} ${p.code} 自${p.on}起针对${p.market}恢复有效。`,
  },
}

const RECALL_SENTENCES: Readonly<Record<Language, (p: RecallNoticeParts, on: string) => string>> = {
  vi: (p, on) => {
    const batch = `lô ${p.ref} (${p.productName})`
    if (p.serials !== null) {
      return `Thu hồi sản phẩm mang tem số ${p.serials.from} đến ${p.serials.to} của ${batch} từ ngày ${on}.`
    }
    return p.someLabels
      ? `Thu hồi một phần sản phẩm của ${batch} từ ngày ${on}.`
      : `Thu hồi toàn bộ ${batch} từ ngày ${on}.`
  },
  en: (p, on) => {
    const batch = `batch ${p.ref} (${p.productName})`
    if (p.serials !== null) {
      return `Goods with labels ${p.serials.from} to ${p.serials.to} of ${batch} are recalled from ${on}.`
    }
    return p.someLabels
      ? `Part of ${batch} is recalled from ${on}.`
      : `All of ${batch} is recalled from ${on}.`
  },
  zh: (p, on) => {
    const batch = `批次 ${p.ref}（${p.productName}）`
    if (p.serials !== null) {
      return `自${on}起召回${batch}中标签号 ${p.serials.from} 至 ${p.serials.to} 的产品。`
    }
    return p.someLabels ? `自${on}起召回${batch}的部分产品。` : `自${on}起召回${batch}的全部产品。`
  },
}

const ENDINGS = {
  document: {
    vi: (no: string) => `Theo văn bản số ${no}.`,
    en: (no: string) => `Document ${no}.`,
    zh: (no: string) => `依据文件：${no}。`,
  },
  quotation: {
    vi: (text: string) => `Nội dung công bố: “${text}”`,
    en: (text: string) => `Published wording: “${text}”`,
    zh: (text: string) => `公布内容：“${text}”`,
  },
  withdrawn: {
    vi: (on: string) => `Quyết định này đã được rút lại ngày ${on}.`,
    en: (on: string) => `This decision was withdrawn on ${on}.`,
    zh: (on: string) => `该决定已于${on}撤回。`,
  },
} as const
