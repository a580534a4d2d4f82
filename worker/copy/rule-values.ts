import type { LocalText } from '../lib/text/local-text.ts'

/** Words between the figures of a rule. */
export const RULE_VALUE_COPY = {
  tonnesPerHa: { vi: 'tấn/ha/năm', en: 't/ha a year', zh: '吨/公顷/年' },
  minutes: { vi: 'phút', en: 'minutes', zh: '分钟' },
  within: {
    vi: 'không quá {days} ngày trước đóng gói',
    en: 'at most {days} days before packing',
    zh: '包装前 {days} 天内',
  },
  sampled: { vi: 'lấy mẫu', en: 'sampled', zh: '抽样' },
} as const satisfies Record<string, LocalText>
