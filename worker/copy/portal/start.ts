import type { LocalText } from '../../lib/text/local-text.ts'

/** The short path to the first printed label. */
export const START_COPY = {
  title: { vi: 'Tem đầu tiên của bạn', en: 'Your first label', zh: '您的第一张标签' },
  progress: { vi: 'Bước {at} / {of}', en: 'Step {at} of {of}', zh: '第 {at} 步，共 {of} 步' },
  next: { vi: 'Tiếp tục', en: 'Go on', zh: '继续' },
  kept: {
    vi: 'Phần đã ghi được giữ lại; lúc nào quay lại cũng làm tiếp được.',
    en: 'What you filled in is kept; come back whenever you like and go on.',
    zh: '已填写的内容会保存，随时可以回来继续。',
  },
  name: { vi: 'Bạn bán gì?', en: 'What do you sell?', zh: '您销售什么？' },
  nameHint: {
    vi: 'Tên như in trên bao bì. Ví dụ: Xoài cát Hòa Lộc sấy dẻo.',
    en: 'The name as printed on the pack. For example: Hòa Lộc mango, soft dried.',
    zh: '与包装上一致的名称。例如：和禄芒果软干。',
  },
  netContent: { vi: 'Một gói nặng bao nhiêu?', en: 'How much is in one pack?', zh: '一包有多少？' },
  netContentHint: {
    vi: 'Để biết cần bao nhiêu tem. Chưa rõ thì để trống.',
    en: 'It tells how many labels you need. Leave it empty if you do not know yet.',
    zh: '用于计算所需标签数。不清楚可留空。',
  },
  quantity: {
    vi: 'Lần này đóng gói bao nhiêu?',
    en: 'How much did you pack this time?',
    zh: '本次包装了多少？',
  },
  quantityHint: {
    vi: 'Số lô và ngày đóng gói đã điền sẵn là hôm nay; sửa được ở trang của lô.',
    en: 'Lot number and packing day are filled in as today; the page of the batch changes them.',
    zh: '批号和包装日期已按今天填写，可在批次页面修改。',
  },
  unit: { vi: 'Đơn vị', en: 'Unit', zh: '单位' },
  doneTitle: { vi: 'Việc tiếp theo', en: 'What next', zh: '下一步' },
  doneText: {
    vi: 'Bạn đã in tem đầu tiên. Những việc dưới đây làm cho trang người mua xem đáng tin hơn.',
    en: 'Your first labels are printed. What follows makes the page a shopper sees worth more.',
    zh: '您已打印首批标签。以下事项可让消费者看到的页面更可信。',
  },
  toSites: {
    vi: 'Khai vùng trồng, cơ sở đóng gói',
    en: 'Add growing areas and packing houses',
    zh: '登记种植区和包装厂',
  },
  toProduct: {
    vi: 'Thêm ảnh và câu chuyện sản phẩm',
    en: 'Add pictures and the story of the product',
    zh: '添加产品图片和故事',
  },
  toBatch: { vi: 'Tạo lô tiếp theo', en: 'Make the next batch', zh: '新建下一批次' },
  toHome: { vi: 'Về việc cần làm', en: 'To what waits', zh: '返回待办' },
} as const satisfies Record<string, LocalText>
