import type { LocalText } from '../../lib/text/local-text.ts'
import { asSentence } from '../as-sentence.ts'
import { fillAll } from '../fill.ts'
import { formatOn } from '../format.ts'
import { inEach } from '../in-each.ts'
import { labels } from '../labels.ts'

/** Organisations that officers suspend, and how that ends. */
export const SUSPENSION_COPY = {
  ...labels('decision', 'reason', 'documentNo'),
  title: { vi: 'Tạm dừng đơn vị', en: 'Suspension', zh: '暂停单位' },
  never: { vi: 'Chưa từng bị tạm dừng.', en: 'Never suspended.', zh: '从未被暂停。' },
  why: { vi: 'Lý do', en: 'Reason', zh: '原因' },
  who: { vi: 'Người ghi', en: 'Recorded by', zh: '登记人' },
  operator: { vi: 'người vận hành', en: 'operator', zh: '运维人员' },
  suspendedFrom: { vi: 'Tạm dừng từ {on}', en: 'Suspended from {on}', zh: '自 {on} 起暂停' },
  lifted: { vi: 'Hoạt động lại', en: 'Lifted', zh: '恢复' },
  suspend: { vi: 'Tạm dừng đơn vị', en: 'Suspend', zh: '暂停该单位' },
  suspendTitle: { vi: 'Tạm dừng {name}', en: 'Suspend {name}', zh: '暂停 {name}' },
  suspendNote: {
    vi: 'Từ ngày này, tem của mọi lô hàng của đơn vị ghi lưu ý rằng cơ sở đang bị tạm dừng. Mã số của đơn vị không đổi trạng thái. Đơn vị nhận được tin báo kèm lý do.',
    en: 'From that day on the labels of all its goods say that their producer is suspended. Its codes keep their status. The organisation is told, with the reason.',
    zh: '自该日起，该单位所有批次的标签均提示其生产者已被暂停。其注册编号状态不变。系统会将原因告知该单位。',
  },
  lift: { vi: 'Cho hoạt động lại', en: 'Lift the suspension', zh: '恢复该单位' },
  liftTitle: {
    vi: 'Cho {name} hoạt động lại',
    en: 'Lift the suspension of {name}',
    zh: '恢复 {name}',
  },
  liftNote: {
    vi: 'Tem của đơn vị thôi ghi lưu ý này ngay khi lưu. Đơn vị nhận được tin báo.',
    en: 'Its labels stop saying so as soon as this is saved. The organisation is told.',
    zh: '保存后，其标签立即不再显示该提示。系统会告知该单位。',
  },
  suspendedOn: { vi: 'Tạm dừng từ ngày', en: 'Suspended from', zh: '暂停起始日' },
  reasonHint: {
    vi: 'Đơn vị đọc được lý do này.',
    en: 'The organisation reads it.',
    zh: '该单位可以看到。',
  },
  suspendedDone: {
    vi: 'Đã tạm dừng đơn vị và báo cho đơn vị.',
    en: 'The organisation is suspended, and was told.',
    zh: '已暂停该单位并告知。',
  },
  liftedDone: {
    vi: 'Đơn vị hoạt động lại và đã được báo.',
    en: 'The suspension is lifted, and the organisation was told.',
    zh: '已恢复该单位并告知。',
  },
} as const satisfies Record<string, LocalText>

const TOLD = {
  suspended: {
    vi: 'Đơn vị bị tạm dừng từ {on}',
    en: 'Your organisation is suspended from {on}',
    zh: '贵单位自 {on} 起被暂停',
  },
  suspendedBody: {
    vi: '{authority} tạm dừng {organisation} từ {on}, văn bản {document}. Lý do: {reason} Từ ngày đó, người quét tem của đơn vị đọc lưu ý này. Cần hỏi lại, hãy liên hệ {authority}.',
    en: '{authority} suspends {organisation} from {on}, document {document}. Reason: {reason} From that day on, whoever scans its labels reads so. For questions, ask {authority}.',
    zh: '{authority} 自 {on} 起暂停 {organisation}，文件 {document}。原因：{reason} 自该日起，扫描贵单位标签的人会看到该提示。如有疑问，请联系 {authority}。',
  },
  lifted: {
    vi: 'Đơn vị được hoạt động lại',
    en: 'Your organisation is no longer suspended',
    zh: '贵单位已恢复',
  },
  liftedBody: {
    vi: '{authority} cho {organisation} hoạt động lại, văn bản {document}. Lý do: {reason} Tem của đơn vị không còn lưu ý này.',
    en: '{authority} lifts the suspension of {organisation}, document {document}. Reason: {reason} Its labels no longer say so.',
    zh: '{authority} 恢复 {organisation}，文件 {document}。原因：{reason} 贵单位的标签不再显示该提示。',
  },
  noAuthority: { vi: 'Cơ quan quản lý', en: 'The authority', zh: '主管机关' },
} as const satisfies Record<string, LocalText>

/** What an organisation is told of its suspension, or of its end where `suspendedOn` is null. */
export function suspensionTold(about: {
  readonly organisation: string
  /** Whose officer decided; null where nobody of an authority did. */
  readonly authority: string | null
  readonly suspendedOn: string | null
  readonly reason: string
  readonly documentNo: string
}): { readonly title: LocalText; readonly body: LocalText } {
  const { organisation, suspendedOn, documentNo: document } = about
  const authority = inEach((lang) => about.authority ?? TOLD.noAuthority[lang])
  const reason = inEach((lang) => asSentence(about.reason, lang))
  const said = { organisation, authority, document, reason }
  if (suspendedOn === null) return { title: TOLD.lifted, body: fillAll(TOLD.liftedBody, said) }
  const on = inEach((lang) => formatOn(suspendedOn, lang))
  return {
    title: fillAll(TOLD.suspended, { on }),
    body: fillAll(TOLD.suspendedBody, { ...said, on }),
  }
}
