import type { ReasonCode } from '../standing/types.ts'
import type { LocalText } from '../text.ts'
import { isKnownReasonCode, type KnownReasonCode } from './reason-codes.ts'

/** What a person can do now; one group for reasons that call for the same thing. */
export type ReasonActionGroup = keyof typeof REASON_ACTIONS

/**
 * One action for each group of reasons: plain words, and the contact the page offers with them
 * (`hotline` and `report` of the issuer, or scanning again).
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
  report_label: {
    contact: 'report',
    text: {
      vi: 'Đừng dựa vào tem này để mua hàng. Giữ lại tem, hóa đơn và báo cho chúng tôi.',
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
      vi: 'Không ăn, không bán tiếp. Giữ tem và hóa đơn, rồi gọi đường dây nóng.',
      en: 'Do not eat it or sell it on. Keep the label and the receipt, then call the hotline.',
      zh: '请勿食用或继续销售。请保留标签和购物凭证并拨打热线。',
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
      zh: '如要销往该市场，请先向卖家和代码主管机构核实。',
    },
  },
  keep_receipt: {
    contact: 'hotline',
    text: {
      vi: 'Hàng vẫn được bán và dùng. Giữ hóa đơn; có điều gì lạ, hãy hỏi nơi bán.',
      en: 'The goods may still be sold and eaten. Keep the receipt; if in doubt, ask the seller.',
      zh: '该商品仍可销售和食用。请保留购物凭证，如有疑问请询问卖家。',
    },
  },
} as const satisfies Record<
  string,
  { readonly contact: 'hotline' | 'report' | 'rescan'; readonly text: LocalText }
>

const GROUPS: Readonly<Record<KnownReasonCode, ReasonActionGroup>> = {
  malformed: 'rescan',
  foreign_host: 'report_label',
  key_unknown: 'report_label',
  signature_invalid: 'report_label',
  batch_unknown: 'report_label',
  serial_not_issued: 'report_label',
  key_revoked: 'report_label',
  label_void: 'do_not_trade',
  label_stolen: 'do_not_trade',
  label_recalled: 'return_goods',
  batch_recalled: 'return_goods',
  batch_expired: 'return_goods',
  growing_area_not_active_when_packed: 'do_not_trade',
  packing_house_not_active_when_packed: 'do_not_trade',
  pre_harvest_interval_breached: 'do_not_eat',
  code_use_not_authorised: 'do_not_trade',
  label_lost: 'keep_receipt',
  growing_area_suspended: 'keep_receipt',
  growing_area_revoked: 'keep_receipt',
  growing_area_cancelled: 'keep_receipt',
  growing_area_expired: 'keep_receipt',
  packing_house_suspended: 'keep_receipt',
  packing_house_revoked: 'keep_receipt',
  packing_house_cancelled: 'keep_receipt',
  packing_house_expired: 'keep_receipt',
  copy_suspected: 'keep_receipt',
  producer_suspended: 'keep_receipt',
  packed_for_export: 'keep_receipt',
}

/**
 * What to do about a reason. A stop limited to one market, on goods that are not stopped
 * everywhere, asks only the trader to that market to act.
 */
export function reasonAction(input: {
  readonly code: ReasonCode
  readonly severity: 'stop' | 'notice'
  readonly genuine: boolean
  readonly stopped: boolean
}): ReasonActionGroup {
  const { code, severity, genuine, stopped } = input
  if (genuine && !stopped) return severity === 'stop' ? 'check_market' : 'keep_receipt'
  if (isKnownReasonCode(code)) return GROUPS[code]
  return genuine ? 'do_not_trade' : 'report_label'
}
