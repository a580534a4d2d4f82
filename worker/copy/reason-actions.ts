import type { ReasonActionGroup } from '../domain/standing/reason-action.ts'
import type { LocalText } from '../lib/text/local-text.ts'

/**
 * One action for each group of reasons: plain words, and the contact the page offers with them
 * (`hotline`: who is named below, `report`: the form, or scanning again).
 */
export const REASON_ACTIONS = {
  rescan: {
    contact: 'rescan',
    text: {
      vi: 'Lau sạch tem, để tem phẳng và đủ sáng rồi quét lại toàn bộ mã.',
      en: 'Wipe the label, flatten it in good light and scan the whole code again.',
      zh: '请擦净标签、展平并在光线充足处重新扫描整个二维码。',
    },
  },
  scan_the_label: {
    contact: 'rescan',
    text: {
      vi: 'Quét lại mã trên chính chiếc tem, đừng dùng liên kết được gửi qua tin nhắn.',
      en: 'Scan the code on the label itself instead of a link that was passed on.',
      zh: '请直接扫描标签上的二维码，不要使用转发的链接。',
    },
  },
  report_label: {
    contact: 'report',
    text: {
      vi: 'Đừng dựa vào tem này để mua hàng. Giữ lại tem, hóa đơn và báo cho cơ quan phụ trách.',
      en: 'Do not rely on this label when buying. Keep the label and the receipt, and report it.',
      zh: '请勿凭此标签购买。请保留标签和购物凭证并举报。',
    },
  },
  return_goods: {
    contact: 'hotline',
    text: {
      vi: 'Không ăn, không bán tiếp. Giữ hóa đơn và trả lại nơi đã mua.',
      en: 'Do not eat it or sell it on. Keep the receipt and return it to where you bought it.',
      zh: '请勿食用或继续销售。请保留购物凭证并退回购买处。',
    },
  },
  do_not_eat: {
    contact: 'hotline',
    text: {
      vi: 'Không ăn, không bán tiếp. Giữ tem và hóa đơn, hỏi nơi bán và cơ quan ghi bên dưới.',
      en: 'Do not eat it or sell it on. Keep the label and the receipt; ask the seller and the authority named below.',
      zh: '请勿食用或继续销售。请保留标签和购物凭证，并咨询卖家和下方所列机构。',
    },
  },
  do_not_trade: {
    contact: 'hotline',
    text: {
      vi: 'Không mua, không bán tiếp. Giữ tem và hóa đơn, hỏi lại nơi bán.',
      en: 'Do not buy it or sell it on. Keep the label and the receipt, and ask the seller.',
      zh: '请勿购买或继续销售。请保留标签和购物凭证并询问卖家。',
    },
  },
  check_market: {
    contact: 'hotline',
    text: {
      vi: 'Nếu định bán sang thị trường này, hãy hỏi nơi bán và cơ quan cấp mã trước.',
      en: 'Before selling to this market, ask the seller and the authority that grants the code.',
      zh: '如要销往该市场，请先向卖家和注册编号主管机构核实。',
    },
  },
  keep_receipt: {
    contact: 'hotline',
    text: {
      vi: 'Hàng vẫn được phép bán và sử dụng. Giữ hóa đơn; có điều gì lạ, hãy hỏi nơi bán.',
      en: 'The goods may still be sold and eaten. Keep the receipt; if in doubt, ask the seller.',
      zh: '该商品仍可销售和食用。请保留购物凭证，如有疑问请询问卖家。',
    },
  },
} as const satisfies Record<
  ReasonActionGroup,
  { readonly contact: 'hotline' | 'report' | 'rescan'; readonly text: LocalText }
>
