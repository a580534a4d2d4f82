import type { LocalText } from '../lib/text/local-text.ts'

/** What the form of a diary entry says beside the names of its fields. */
export const DIARY_ENTRY = {
  productHint: {
    vi: 'Ghi tên trên nhãn.',
    en: 'The name on its label.',
    zh: '按标签上的名称填写。',
  },
  intervalHint: {
    vi: 'Số ngày in trên nhãn. Không rõ thì để trống.',
    en: 'The days printed on the label. Leave empty if not known.',
    zh: '标签上印的天数；不清楚请留空。',
  },
  reentryHint: {
    vi: 'Số giờ in trên nhãn.',
    en: 'The hours printed on the label.',
    zh: '标签上印的小时数。',
  },
  totalUsed: { vi: 'Tổng lượng đã dùng', en: 'Total used', zh: '总用量' },
  areaDone: { vi: 'Diện tích đã làm', en: 'Area done', zh: '作业面积' },
  amountBought: { vi: 'Số lượng mua', en: 'Amount bought', zh: '购买数量' },
  amountOut: { vi: 'Lượng thu được', en: 'Amount obtained', zh: '产出量' },
  amountHarvested: { vi: 'Khối lượng thu hoạch', en: 'Amount harvested', zh: '采收量' },
  amountPacked: { vi: 'Lượng đóng gói', en: 'Amount packed', zh: '包装量' },
  materials: { vi: 'Nguyên liệu', en: 'Materials', zh: '原料' },
  seed: { vi: 'Giống, cây con, con giống', en: 'Seed, seedlings, fry', zh: '种子、种苗、苗种' },
  seedAmount: { vi: 'Lượng giống', en: 'Amount', zh: '用种量' },
  feedName: { vi: 'Thức ăn', en: 'Feed', zh: '饲料' },
  medicine: { vi: 'Thuốc', en: 'Medicine', zh: '药品' },
  whatDone: { vi: 'Việc đã làm', en: 'What was done', zh: '所做的工作' },
  treatmentHours: { vi: 'Thời gian xử lý', en: 'Duration', zh: '处理时长' },
  supplierName: { vi: 'Nơi bán', en: 'Seller', zh: '销售方' },
  recordedBy: { vi: 'Người theo dõi', en: 'Watched by', zh: '监测人' },
} as const satisfies Record<string, LocalText>
