import type { LocalText } from '../lib/text/local-text.ts'

/** The page that a buyer's link opens. */
export const SHARE_PAGE_COPY = {
  title: { vi: 'Thông tin lô {lot}', en: 'About lot {lot}', zh: '批号 {lot} 信息' },
  lead: {
    vi: '{producer} gửi {buyer}. Xem được đến hết ngày {date}.',
    en: 'Sent to {buyer} by {producer}. Good until {date}.',
    zh: '{producer} 发送给 {buyer}。有效至{date}。',
  },
  proves: {
    vi: 'Trang này là lời của cơ sở về lô hàng. Muốn biết một tem có thật không, hãy quét mã QR trên tem.',
    en: 'This page is the producer’s word about the batch. To know whether a label is genuine, scan its QR code.',
    zh: '本页为生产者对该批次的说明。如需核实标签真伪，请扫描标签上的二维码。',
  },
  annulled: {
    vi: 'Lô hàng này đã bị hủy. Không mua, không bán, không sử dụng.',
    en: 'This batch was annulled. Do not buy, sell or use.',
    zh: '该批次已作废。请勿购买、销售或食用。',
  },
  recalled: {
    vi: 'Lô hàng đang bị thu hồi từ ngày {date}. Không mua, không bán, không sử dụng.',
    en: 'This batch is being recalled since {date}. Do not buy, sell or use.',
    zh: '该批次自{date}起实施召回。请勿购买、销售或食用。',
  },
  notYet: {
    vi: 'Lô này chưa có ngày đóng gói nên chưa có thông tin chi tiết.',
    en: 'This batch has no packing day yet, so there are no details.',
    zh: '该批次尚无包装日期，暂无详细信息。',
  },
  today: {
    vi: 'Trạng thái hôm nay của lô',
    en: 'The standing of the batch today',
    zh: '该批次今日状态',
  },
  trace: { vi: 'Nguồn gốc', en: 'Where it came from', zh: '来源' },
  traceStep: {
    vi: 'Các lô đưa thẳng vào lô này.',
    en: 'Lots that went straight into this one.',
    zh: '直接用于该批次的批次。',
  },
  traceWhole: {
    vi: 'Mọi lô đã đưa vào lô này, gần nhất trước.',
    en: 'Every lot that went into this one, the nearest first.',
    zh: '用于该批次的全部批次，由近及远。',
  },
  traceEmpty: {
    vi: 'Không ghép từ lô nào khác.',
    en: 'Not made from other lots.',
    zh: '非由其他批次组成。',
  },
  traceCut: {
    vi: 'Có nhiều lô hơn số hiện ở đây.',
    en: 'There are more lots than are shown here.',
    zh: '实际批次多于此处所列。',
  },
  traceLine: {
    vi: '{producer}, đóng gói {date}',
    en: '{producer}, packed {date}',
    zh: '{producer}，包装于{date}',
  },
  steps: { vi: 'cách {n} bước', en: '{n} steps back', zh: '相隔 {n} 个环节' },
  codes: {
    vi: 'Mã số vùng trồng, cơ sở đóng gói',
    en: 'Growing-area and packing-house codes',
    zh: '种植区与包装厂编号',
  },
  certificates: { vi: 'Chứng nhận', en: 'Certificates', zh: '认证' },
  papers: { vi: 'Giấy tờ', en: 'Papers', zh: '文件' },
  papersText: {
    vi: 'Chỉ tải được qua liên kết này. Xin đừng chuyển tiếp.',
    en: 'They can be downloaded by this link only. Please do not pass it on.',
    zh: '仅可通过此链接下载，请勿转发。',
  },
  papersEmpty: { vi: 'Không gửi giấy nào.', en: 'No papers were sent.', zh: '未附文件。' },
  sales: { vi: 'Đã giao cho', en: 'Goods went to', zh: '去向' },
  salesEmpty: { vi: 'Chưa ghi nơi nào.', en: 'None recorded.', zh: '暂无记录。' },
  overTitle: {
    vi: 'Liên kết không còn mở được',
    en: 'This link opens nothing any more',
    zh: '该链接已失效',
  },
  expired: {
    vi: 'Liên kết đã hết hạn ngày {date}.',
    en: 'The link ended on {date}.',
    zh: '该链接已于{date}到期。',
  },
  withdrawn: {
    vi: 'Liên kết đã được rút lại ngày {date}.',
    en: 'The link was withdrawn on {date}.',
    zh: '该链接已于{date}撤回。',
  },
  ask: {
    vi: 'Cần xem tiếp, hãy hỏi {producer} để có liên kết mới.',
    en: 'To read on, ask {producer} for a new one.',
    zh: '如需继续查看，请向 {producer} 索取新链接。',
  },
  phone: { vi: 'Điện thoại', en: 'Telephone', zh: '电话' },
} as const satisfies Record<string, LocalText>
