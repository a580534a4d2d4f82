import type { LocalText } from '../lib/text/local-text.ts'

/** Steps of a page that says stop, in the order they are done. */
export const WHAT_TO_DO = {
  recalled: [
    {
      vi: 'Chưa ăn: ngừng dùng, để riêng, giữ tem và hóa đơn.',
      en: 'Not eaten yet: stop using it, set it apart, keep the label and the receipt.',
      zh: '尚未食用：停止使用，单独存放，保留标签和购物凭证。',
    },
    {
      vi: 'Đã ăn: phần lớn không sao; thấy không khỏe thì đi khám và mang theo tem. Cấp cứu: 115.',
      en: 'Already eaten: most people are fine; if you feel unwell see a doctor and take the label along. Emergency: 115.',
      zh: '已经食用：多数人无碍；如感不适请就医并携带标签。急救电话：115。',
    },
    {
      vi: 'Trả hàng nơi đã mua để được hoàn tiền hoặc đổi hàng; nơi bán không nhận thì báo vấn đề.',
      en: 'Return it to where you bought it for a refund or exchange; if the seller refuses, report it.',
      zh: '可退回购买处退款或换货；如卖家拒绝，请举报。',
    },
  ],
  stop: [
    {
      vi: 'Đang bán hoặc định mua: dừng lại, hỏi nơi bán.',
      en: 'Selling it or about to buy it: stop, and ask the seller.',
      zh: '正在销售或准备购买：请停止，并询问卖家。',
    },
    {
      vi: 'Đã mua: để riêng, giữ tem và hóa đơn, đề nghị nơi bán đổi hoặc hoàn tiền.',
      en: 'Already bought: set it apart, keep the label and the receipt, ask the seller for an exchange or refund.',
      zh: '已经购买：单独存放，保留标签和购物凭证，要求卖家换货或退款。',
    },
    {
      vi: 'Vẫn thấy bán: báo vấn đề để cán bộ địa bàn kiểm tra.',
      en: 'Still on sale: report it, so that the officers of the place look into it.',
      zh: '仍在销售：请举报，由当地人员核查。',
    },
  ],
  forged: [
    {
      vi: 'Không mua. Nếu đã mua, giữ hàng, tem và hóa đơn.',
      en: 'Do not buy it. If you did, keep the goods, the label and the receipt.',
      zh: '请勿购买。如已购买，请保留商品、标签和购物凭证。',
    },
    {
      vi: 'Chụp ảnh tem và nơi bán.',
      en: 'Take a photo of the label and of the shop.',
      zh: '拍下标签和销售地点。',
    },
    {
      vi: 'Bấm “Báo vấn đề”. Cán bộ địa bàn nhận báo cáo và trả lời bạn.',
      en: 'Press “Report a problem”. The officers of the place get your report and answer you.',
      zh: '点击“反馈 / 举报”。当地人员将收到并答复。',
    },
  ],
} as const satisfies Record<string, readonly LocalText[]>
