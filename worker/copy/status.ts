import type { LocalText } from '../lib/text/local-text.ts'

/** What the band at the top of a scanned page stands for. */
export type BandKind =
  | 'clear'
  | 'notice'
  | 'stop'
  | 'recalled'
  | 'forged'
  | 'unknown'
  | 'malformed'
  | 'altered'
  | 'typed'
  | 'typed_stop'

/** The status in one line: the first thing a person reads, and reads aloud to a seller. */
export const HEADLINES = {
  clear: {
    vi: 'Tem thật. Không có cảnh báo.',
    en: 'Genuine label. No warnings.',
    zh: '标签为真，未发现警示。',
  },
  notice: {
    vi: 'Tem thật. Có lưu ý.',
    en: 'Genuine label. Something to know.',
    zh: '标签真实，请注意以下信息。',
  },
  stop: {
    vi: 'Không mua, không bán, không sử dụng.',
    en: 'Do not buy, sell or use.',
    zh: '请勿购买、销售或食用。',
  },
  recalled: {
    vi: 'Lô hàng đang bị thu hồi.',
    en: 'This batch is being recalled.',
    zh: '该批次正在召回。',
  },
  forged: {
    vi: 'Cảnh báo: tem giả hoặc đã bị sửa. Không phải tem do {issuer} phát hành.',
    en: 'Warning: this label is forged or altered. It was not issued by {issuer}.',
    zh: '警告：标签系伪造或被篡改，并非由{issuer}签发。',
  },
  unknown: {
    vi: 'Chưa xác minh được tem này.',
    en: 'This label could not be verified.',
    zh: '暂时无法核实该标签。',
  },
  malformed: {
    vi: 'Mã không đầy đủ hoặc bị hỏng. Hãy quét lại.',
    en: 'The code is incomplete or damaged. Scan again.',
    zh: '二维码不完整或已损坏，请重新扫描。',
  },
  altered: {
    vi: 'Liên kết đã bị thay đổi. Hãy quét lại trên tem.',
    en: 'This link was altered. Scan the label itself.',
    zh: '链接已被更改，请直接扫描标签。',
  },
  typed: {
    vi: 'Thông tin lô hàng. Mã gõ tay không chứng minh tem là thật.',
    en: 'Batch information. A typed code does not prove the label is genuine.',
    zh: '批次信息。手动输入的编码不能证明标签真实。',
  },
  typed_stop: {
    vi: 'Không mua, không bán, không sử dụng lô hàng này.',
    en: 'Do not buy, sell or use this batch.',
    zh: '请勿购买、销售或食用该批次。',
  },
} as const satisfies Record<BandKind, LocalText>

/** What stands under the headline when no reason does. */
export const HEADLINE_NOTES = {
  issuedBy: {
    vi: 'Tem do {issuer} phát hành.',
    en: 'Issued by {issuer}.',
    zh: '签发机构：{issuer}。',
  },
  typed: {
    vi: 'Mã gõ tay không chứng minh tem là thật. Muốn biết, hãy quét mã QR trên tem.',
    en: 'A typed code does not prove the label is genuine. To find out, scan its QR code.',
    zh: '手动输入的编码不能证明标签真实。请扫描标签上的二维码核实。',
  },
  scanInstead: {
    vi: 'Muốn biết tem có thật không, hãy quét mã QR trên tem.',
    en: 'To find out whether a label is genuine, scan its QR code.',
    zh: '如需核实标签真伪，请扫描标签上的二维码。',
  },
  clearAction: {
    vi: 'Giữ hóa đơn để đối chiếu khi cần.',
    en: 'Keep the receipt in case you need it.',
    zh: '请保留购物凭证以备查询。',
  },
} as const satisfies Record<string, LocalText>

/** How a standing is said of one market. */
export const STANDINGS = {
  clear: { vi: 'không có cảnh báo', en: 'no warnings', zh: '无警示' },
  notice: { vi: 'có lưu ý', en: 'something to know', zh: '有注意事项' },
  stop: {
    vi: 'không bán vào thị trường này',
    en: 'not for sale in this market',
    zh: '不可在该市场销售',
  },
} as const satisfies Record<'clear' | 'notice' | 'stop', LocalText>

/** Why goods under a genuine label are stopped, in a few words that stand before what not to do. */
export const STOP_CAUSES: Readonly<Record<string, LocalText>> = {
  label_void: { vi: 'Tem này đã bị hủy.', en: 'This label was cancelled.', zh: '标签已作废。' },
  label_stolen: {
    vi: 'Tem này đã được báo mất cắp.',
    en: 'This label was reported stolen.',
    zh: '该标签已报失窃。',
  },
  batch_expired: {
    vi: 'Hàng đã quá hạn sử dụng.',
    en: 'This product is past its date.',
    zh: '产品已过期。',
  },
  growing_area_not_active_when_packed: {
    vi: 'Mã số vùng trồng không có hiệu lực khi đóng gói.',
    en: 'The growing-area code was not in force when it was packed.',
    zh: '包装时种植区注册编号无效。',
  },
  packing_house_not_active_when_packed: {
    vi: 'Mã số cơ sở đóng gói không có hiệu lực khi đóng gói.',
    en: 'The packing-house code was not in force when it was packed.',
    zh: '包装时包装厂注册编号无效。',
  },
  pre_harvest_interval_breached: {
    vi: 'Thu hoạch khi chưa hết thời gian cách ly thuốc.',
    en: 'Harvested before the waiting time after spraying was over.',
    zh: '未满农药安全间隔期即采收。',
  },
  code_use_not_authorised: {
    vi: 'Mã số được dùng khi chưa được phép.',
    en: 'The code was used without permission.',
    zh: '未经许可使用注册编号。',
  },
}
