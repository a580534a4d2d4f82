import type { LocalText } from '../../lib/text/local-text.ts'
import { fillAll } from '../fill.ts'
import { labels } from '../labels.ts'

/** Officers on batches packed under a code of another holder. */
export const CODE_USE_COPY = {
  ...labels('batch', 'code', 'packedOn', 'quantity', 'decision', 'reason', 'documentNo'),
  title: {
    vi: 'Lô chờ vì mã số',
    en: 'Batches that wait over a code',
    zh: '因编号等待的批次',
  },
  lead: {
    vi: 'Lô dùng mã số khi chủ mã chưa cho phép, hoặc vượt sản lượng của vùng trồng. Lô chưa in tem thì không in được cho đến khi có ý kiến của cán bộ.',
    en: 'Packed under a code without its holder’s authorisation, or past what its growing area may give. Before an officer decides, no labels can be made.',
    zh: '批次未获编号持有人授权，或超出种植区产量。主管人员决定之前不能发行标签。',
  },
  empty: {
    vi: 'Không có lô nào chờ. Lô dùng mã chưa được phép hoặc vượt sản lượng sẽ hiện ở đây.',
    en: 'Nothing waits. Batches without authorisation, or past the yield, show up here.',
    zh: '没有待处理的批次。未获授权或超出产量的批次会显示在此。',
  },
  by: { vi: 'Tổ chức đóng gói', en: 'Packed by', zh: '包装组织' },
  holder: { vi: 'Người giữ mã', en: 'Holder', zh: '持有人' },
  why: { vi: 'Vì sao chờ', en: 'Why it waits', zh: '等待原因' },
  labels: { vi: 'Tem', en: 'Labels', zh: '标签' },
  sealed: { vi: 'Đã in tem', en: 'Labels made', zh: '已发行标签' },
  notSealed: { vi: 'Chưa in tem', en: 'No labels yet', zh: '尚未发行标签' },
  decideTitle: {
    vi: 'Lô {ref} dùng mã {code}',
    en: 'Batch {ref} under {code}',
    zh: '批次 {ref} 使用注册编号 {code}',
  },
  decideNote: {
    vi: 'Quyết định và lý do hiện trên trang tem cho mọi người xem. Cho phép: tem ghi lưu ý kèm tên cơ quan. Không cho phép: tem báo không mua, không bán.',
    en: 'Decision and reason are shown to everyone who scans. Allowed: a notice with the authority’s name. Refused: the label says not to buy or sell.',
    zh: '决定及理由对所有扫码者公开。允许：标签显示提示及机关名称。不允许：标签提示不得买卖。',
  },
  allow: { vi: 'Cho phép lô này dùng mã', en: 'Allow it for this batch', zh: '允许该批次使用' },
  refuse: { vi: 'Không cho phép', en: 'Refuse it', zh: '不允许' },
  reasonHint: {
    vi: 'Người quét tem đọc được.',
    en: 'Shown to whoever scans.',
    zh: '扫码者可见。',
  },
  save: { vi: 'Ghi quyết định', en: 'Record the decision', zh: '记录决定' },
  saved: {
    vi: 'Đã ghi quyết định và báo cho tổ chức đóng gói.',
    en: 'The decision is recorded and the packer was told.',
    zh: '决定已记录，并已通知包装组织。',
  },
} as const satisfies Record<string, LocalText>

/** Tells a holder that somebody was refused the use of their code. */
export function codeUseAsked(about: {
  readonly code: string
  readonly packer: string
  readonly ref: string
}): { readonly title: LocalText; readonly body: LocalText } {
  return { title: fillAll(ASKED.title, about), body: fillAll(ASKED.body, about) }
}

const ASKED = {
  title: {
    vi: '{packer} muốn dùng mã {code}',
    en: '{packer} wants to use {code}',
    zh: '{packer} 申请使用 {code}',
  },
  body: {
    vi: 'Lô {ref} ghi mã số {code} của bạn mà chưa đủ quyền nên chưa in được tem. Nếu đồng ý, hãy xác nhận hợp đồng; nếu không, hãy báo cán bộ.',
    en: 'Batch {ref} names your code {code} without a right to it, so no labels were made. If you agree, confirm a contract; if not, tell an officer.',
    zh: '批次 {ref} 使用您的编号 {code} 但权限不足，未能发行标签。如同意，请确认合同；否则请告知主管人员。',
  },
} as const

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
    zh: '批次 {ref} 可使用注册编号 {code}',
  },
  body: {
    vi: 'Cán bộ cho phép lô {ref} dùng mã số {code}. Lý do: {reason} Tem của lô ghi lưu ý này.',
    en: 'An officer allowed batch {ref} to use the code {code}. Reason: {reason} Its labels say so.',
    zh: '主管人员允许批次 {ref} 使用注册编号 {code}。理由：{reason} 标签将注明。',
  },
}

const REFUSED = {
  title: {
    vi: 'Lô {ref} không được dùng mã {code}',
    en: 'Batch {ref} may not use {code}',
    zh: '批次 {ref} 不得使用注册编号 {code}',
  },
  body: {
    vi: 'Cán bộ kết luận lô {ref} không được dùng mã số {code}. Lý do: {reason} Tem đã in báo không mua, không bán.',
    en: 'An officer found that batch {ref} may not use the code {code}. Reason: {reason} Labels already made say not to buy or sell.',
    zh: '主管人员认定批次 {ref} 不得使用注册编号 {code}。理由：{reason} 已发行的标签提示不得买卖。',
  },
}
