import type { LocalText } from '../../lib/text/local-text.ts'

/** Asks a holder to agree to a contract somebody else wrote down. */
export function contractToConfirm(input: {
  readonly own: string
  readonly other: string
  readonly contractNo: string | null
}): { readonly title: LocalText; readonly body: LocalText } {
  const { own, other, contractNo } = input
  const number = contractNo === null ? '' : ` ${contractNo}`
  return {
    title: {
      vi: `Hợp đồng${number} chờ xác nhận`,
      en: `Contract${number} to confirm`,
      zh: `合同${number} 待确认`,
    },
    body: {
      vi: `${other} vừa ghi một hợp đồng với “${own}”. Nếu đúng, hãy xác nhận để bên kia được dùng mã số; nếu không phải, hãy chấm dứt hợp đồng và báo cán bộ.`,
      en: `${other} has written down a contract with “${own}”. If it is right, confirm it so that they may use your code; if not, end it and tell an officer.`,
      zh: `${other} 登记了一份与“${own}”的合同。若属实，请确认，以便对方使用编号；若不属实，请终止该合同并告知主管人员。`,
    },
  }
}

export const CONTRACT_COPY = {
  noun: { vi: 'hợp đồng này', en: 'contract', zh: '该合同' },
  contractNo: { vi: 'Số hợp đồng', en: 'Contract number', zh: '合同编号' },
  from: { vi: 'Từ ngày', en: 'From', zh: '起始日期' },
  to: { vi: 'Đến ngày', en: 'To', zh: '截止日期' },
  toHint: {
    vi: 'Để trống nếu chưa có ngày kết thúc.',
    en: 'Leave empty while there is no end.',
    zh: '无截止日期则留空。',
  },
  quantity: { vi: 'Được đóng gói nhiều nhất', en: 'At most', zh: '最多可包装' },
  quantityHint: {
    vi: 'Dưới mã của vùng trồng, trong cả thời hạn; ví dụ 120 tấn. Để trống nếu không giới hạn.',
    en: 'Under the area’s code, in the whole period, such as 120 tấn. Leave empty for no limit.',
    zh: '在整个期限内以该种植区编号包装的数量，例如 120 tấn；不限则留空。',
  },
  markets: { vi: 'Thị trường', en: 'Markets', zh: '市场' },
  marketsHint: {
    vi: 'Mỗi dòng một thị trường bằng ba chữ, ví dụ CHN, USA, VNM. Để trống nếu cho mọi thị trường.',
    en: 'One a line by three letters, such as CHN, USA, VNM. Leave empty for all.',
    zh: '每行一个市场的三字母代码，如 CHN、USA、VNM；不限则留空。',
  },
  notAMarket: {
    vi: 'Có dòng không phải là thị trường. Ghi mã ba chữ như CHN, VNM, hoặc EU.',
    en: 'A line is no market. Use codes such as CHN, VNM, or EU.',
    zh: '有一行不是市场代码。请使用 CHN、VNM 或 EU 等。',
  },
  noLimit: { vi: 'Không giới hạn', en: 'No limit', zh: '不限' },
  everyMarket: { vi: 'Mọi thị trường', en: 'Every market', zh: '所有市场' },
  used: { vi: 'Đã dùng {used}', en: '{used} used', zh: '已用 {used}' },
  usedOf: {
    vi: 'Đã dùng {used}, còn {left}',
    en: '{used} used, {left} left',
    zh: '已用 {used}，剩余 {left}',
  },
  revoke: { vi: 'Rút quyền dùng mã', en: 'Take the authorisation back', zh: '撤回授权' },
  revokeTitle: {
    vi: 'Rút quyền dùng mã của {other}',
    en: 'Take back the authorisation of {other}',
    zh: '撤回 {other} 的授权',
  },
  revokeNote: {
    vi: 'Từ hôm nay, bên kia không được đóng gói dưới mã của bạn nữa. Lô đã in tem không đổi; lô nào dùng sai, hãy khiếu nại ở trang Mã của tôi.',
    en: 'From today the other side may not pack under your code. Batches with labels stay as they are; dispute a wrong one on the page My codes.',
    zh: '自今日起对方不得再使用您的编号。已发行标签的批次不变；如有不当使用，请在“我的编号”页面提出异议。',
  },
  revokeReason: { vi: 'Lý do', en: 'Reason', zh: '原因' },
  endsBeforeStart: {
    vi: 'Ngày kết thúc đứng trước ngày bắt đầu. Hãy xem lại hai ngày.',
    en: 'The last day is before the first. Check both days.',
    zh: '截止日期早于起始日期，请检查两个日期。',
  },
  confirm: { vi: 'Xác nhận hợp đồng', en: 'Confirm the contract', zh: '确认合同' },
  confirmNote: {
    vi: 'Xác nhận nghĩa là cho phép bên kia dùng mã số của bạn cho hàng đóng gói trong thời hạn hợp đồng.',
    en: 'Confirming lets the other side use your code for goods packed while the contract runs.',
    zh: '确认即允许对方在合同期内为其包装的货物使用您的编号。',
  },
  confirmed: { vi: 'Hai bên đã xác nhận', en: 'Confirmed by both sides', zh: '双方已确认' },
  waitsForYou: { vi: 'Chờ bạn xác nhận', en: 'Waits for you to confirm', zh: '待您确认' },
  waitsForOther: {
    vi: 'Chờ bên kia xác nhận; chưa dùng được mã số của họ',
    en: 'Waits for the other side; their code may not be used yet',
    zh: '待对方确认，暂不能使用其编号',
  },
} as const satisfies Record<string, LocalText>

/** Tells a packing house that it may not use a growing area's codes any more. */
export function codeTakenBack({
  site,
  reason,
}: {
  readonly site: string
  readonly reason: string
}): { readonly title: LocalText; readonly body: LocalText } {
  return {
    title: {
      vi: `${site} rút quyền dùng mã số`,
      en: `${site} took back its authorisation`,
      zh: `${site} 撤回编号授权`,
    },
    body: {
      vi: `Từ hôm nay không đóng gói hàng dưới mã số của “${site}” nữa. Lý do: ${reason}`,
      en: `From today goods may not be packed under the code of “${site}”. Reason: ${reason}`,
      zh: `自今日起不得以“${site}”的编号包装货物。理由：${reason}`,
    },
  }
}
