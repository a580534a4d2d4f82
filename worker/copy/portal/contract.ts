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
