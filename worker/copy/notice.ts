import type { NoticeKind } from '../domain/notices.ts'
import type { LocalText } from '../lib/text/local-text.ts'

/** What the feed of public notices is called. */
export const NOTICES_TITLE = {
  vi: 'Thông báo tạm dừng, thu hồi',
  en: 'Suspensions, revocations and recalls',
  zh: '暂停、撤销与召回通知',
} as const satisfies LocalText

/** The word before a code, by the slot it fills on a label. */
export const NOTICE_CODES = {
  growing_area: { vi: 'Mã số vùng trồng', en: 'Growing-area code', zh: '种植区注册编号' },
  packing_house: { vi: 'Mã số cơ sở đóng gói', en: 'Packing-house code', zh: '包装厂注册编号' },
} as const satisfies Record<string, LocalText>

/** What became of a code in a market. */
export const CODE_NOTICES = {
  suspension: {
    vi: '{name} {code} bị tạm dừng cho {market} từ ngày {on}.',
    en: '{name} {code} is suspended for {market} from {on}.',
    zh: '{name} {code} 自{on}起针对{market}暂停使用。',
  },
  revocation: {
    vi: '{name} {code} bị thu hồi cho {market} từ ngày {on}.',
    en: '{name} {code} is revoked for {market} from {on}.',
    zh: '{name} {code} 自{on}起针对{market}被撤销。',
  },
  cancellation: {
    vi: '{name} {code} bị hủy cho {market} từ ngày {on}.',
    en: '{name} {code} is cancelled for {market} from {on}.',
    zh: '{name} {code} 自{on}起针对{market}注销。',
  },
  restoration: {
    vi: '{name} {code} hoạt động trở lại cho {market} từ ngày {on}.',
    en: '{name} {code} is active again for {market} from {on}.',
    zh: '{name} {code} 自{on}起针对{market}恢复有效。',
  },
} as const satisfies Record<Exclude<NoticeKind, 'recall'>, LocalText>

/** What of a batch is recalled. */
export const RECALL_NOTICES = {
  serials: {
    vi: 'Thu hồi sản phẩm mang tem số {from} đến {to} của lô {ref} ({product}) từ ngày {on}.',
    en: 'Goods with labels {from} to {to} of batch {ref} ({product}) are recalled from {on}.',
    zh: '自{on}起召回批次 {ref}（{product}）中标签号 {from} 至 {to} 的产品。',
  },
  part: {
    vi: 'Thu hồi một phần sản phẩm của lô {ref} ({product}) từ ngày {on}.',
    en: 'Part of batch {ref} ({product}) is recalled from {on}.',
    zh: '自{on}起召回批次 {ref}（{product}）的部分产品。',
  },
  whole: {
    vi: 'Thu hồi toàn bộ lô {ref} ({product}) từ ngày {on}.',
    en: 'All of batch {ref} ({product}) is recalled from {on}.',
    zh: '自{on}起召回批次 {ref}（{product}）的全部产品。',
  },
} as const satisfies Record<string, LocalText>

/** Whose decision it was, and what became of it. */
export const NOTICE_ENDINGS = {
  document: { vi: 'Theo văn bản số {no}.', en: 'Document {no}.', zh: '依据文件：{no}。' },
  quotation: {
    vi: 'Nội dung công bố: “{text}”',
    en: 'Published wording: “{text}”',
    zh: '公布内容：“{text}”',
  },
  withdrawn: {
    vi: 'Quyết định này đã được rút lại ngày {on}.',
    en: 'This decision was withdrawn on {on}.',
    zh: '该决定已于{on}撤回。',
  },
} as const satisfies Record<string, LocalText>
