import type { LocalText } from '../../lib/text/local-text.ts'
import { fillAll } from '../fill.ts'

/** Officers on batches packed under a code of another holder. */
export const CODE_USE_COPY = {
  title: {
    vi: 'Lô dùng mã số của người khác',
    en: 'Batches under others’ codes',
    zh: '使用他人代码的批次',
  },
  lead: {
    vi: 'Lô đóng gói dưới mã số mà tổ chức không giữ, chưa có thành viên hay hợp đồng nào xác nhận. Lô chưa in tem thì không in được cho đến khi có ý kiến của cán bộ.',
    en: 'Packed under a code that the organisation does not hold, with no member or contract confirmed. Before an officer decides, no labels can be made.',
    zh: '批次使用了其组织并不持有的代码，且没有已确认的成员关系或合同。主管人员决定之前不能发行标签。',
  },
  empty: {
    vi: 'Không có lô nào chờ. Lô dùng mã số của người khác sẽ hiện ở đây.',
    en: 'Nothing waits. Batches that use somebody else’s code show up here.',
    zh: '没有待处理的批次。使用他人代码的批次会显示在此。',
  },
  batch: { vi: 'Lô', en: 'Batch', zh: '批次' },
  product: { vi: 'Sản phẩm', en: 'Product', zh: '产品' },
  by: { vi: 'Tổ chức đóng gói', en: 'Packed by', zh: '包装组织' },
  code: { vi: 'Mã số', en: 'Code', zh: '代码' },
  holder: { vi: 'Người giữ mã', en: 'Holder', zh: '持有人' },
  packedOn: { vi: 'Ngày đóng gói', en: 'Packed on', zh: '包装日期' },
  labels: { vi: 'Tem', en: 'Labels', zh: '标签' },
  sealed: { vi: 'Đã in tem', en: 'Labels made', zh: '已发行标签' },
  notSealed: { vi: 'Chưa in tem', en: 'No labels yet', zh: '尚未发行标签' },
  decideTitle: {
    vi: 'Lô {ref} dùng mã {code}',
    en: 'Batch {ref} under {code}',
    zh: '批次 {ref} 使用代码 {code}',
  },
  decideNote: {
    vi: 'Quyết định và lý do hiện trên trang tem cho mọi người xem. Cho phép: tem ghi lưu ý kèm tên cơ quan. Không cho phép: tem báo không mua, không bán.',
    en: 'Decision and reason are shown to everyone who scans. Allowed: a notice with the authority’s name. Refused: the label says not to buy or sell.',
    zh: '决定及理由对所有扫码者公开。允许：标签显示提示及机关名称。不允许：标签提示不得买卖。',
  },
  decision: { vi: 'Quyết định', en: 'Decision', zh: '决定' },
  allow: { vi: 'Cho phép lô này dùng mã', en: 'Allow it for this batch', zh: '允许该批次使用' },
  refuse: { vi: 'Không cho phép', en: 'Refuse it', zh: '不允许' },
  reason: { vi: 'Lý do', en: 'Reason', zh: '理由' },
  reasonHint: {
    vi: 'Người quét tem đọc được.',
    en: 'Shown to whoever scans.',
    zh: '扫码者可见。',
  },
  documentNo: { vi: 'Số văn bản', en: 'Document number', zh: '文号' },
  save: { vi: 'Ghi quyết định', en: 'Record the decision', zh: '记录决定' },
  saved: {
    vi: 'Đã ghi quyết định và báo cho tổ chức đóng gói.',
    en: 'The decision is recorded and the packer was told.',
    zh: '决定已记录，并已通知包装组织。',
  },
} as const satisfies Record<string, LocalText>

/** Tells an organisation what an officer decided on its use of somebody's code. */
export function codeUseDecided(about: {
  readonly ref: string
  readonly code: string
  readonly allowed: boolean
  readonly reason: string
}): { readonly title: LocalText; readonly body: LocalText } {
  const { allowed, ...values } = about
  const { title, body } = allowed ? ALLOWED : REFUSED
  return { title: fillAll(title, values), body: fillAll(body, values) }
}

const ALLOWED = {
  title: {
    vi: 'Lô {ref} được dùng mã {code}',
    en: 'Batch {ref} may use {code}',
    zh: '批次 {ref} 可使用代码 {code}',
  },
  body: {
    vi: 'Cán bộ cho phép lô {ref} dùng mã số {code}. Lý do: {reason} Tem của lô ghi lưu ý này.',
    en: 'An officer allowed batch {ref} to use the code {code}. Reason: {reason} Its labels say so.',
    zh: '主管人员允许批次 {ref} 使用代码 {code}。理由：{reason} 标签将注明。',
  },
}

const REFUSED = {
  title: {
    vi: 'Lô {ref} không được dùng mã {code}',
    en: 'Batch {ref} may not use {code}',
    zh: '批次 {ref} 不得使用代码 {code}',
  },
  body: {
    vi: 'Cán bộ kết luận lô {ref} không được dùng mã số {code}. Lý do: {reason} Tem đã in báo không mua, không bán.',
    en: 'An officer found that batch {ref} may not use the code {code}. Reason: {reason} Labels already made say not to buy or sell.',
    zh: '主管人员认定批次 {ref} 不得使用代码 {code}。理由：{reason} 已发行的标签提示不得买卖。',
  },
}
