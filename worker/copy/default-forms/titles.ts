import type { LocalText } from '../../lib/text/local-text.ts'

/** What the forms are called that every department begins with. */
export const DEFAULT_FORM_TITLES = {
  growing_area: {
    vi: 'Biên bản kiểm tra vùng trồng',
    en: 'Inspection of a growing area',
    zh: '种植区检查记录',
  },
  packing_house: {
    vi: 'Biên bản kiểm tra cơ sở đóng gói',
    en: 'Inspection of a packing house',
    zh: '包装厂检查记录',
  },
} as const satisfies Record<string, LocalText>

export const DEFAULT_FORM_NOTES = {
  positive: { vi: 'Phải lớn hơn 0.', en: 'More than 0.', zh: '须大于 0。' },
  notNegative: { vi: 'Không được âm.', en: 'Not below 0.', zh: '不得为负。' },
  years: { vi: 'Từ 0 đến 150 năm.', en: '0 to 150 years.', zh: '0 至 150 年。' },
  noneAlone: {
    vi: 'Đã chọn “không” thì không chọn mục khác.',
    en: 'None goes with nothing else.',
    zh: '选“无”时不可再选其他。',
  },
  notPast: { vi: 'Từ ngày kiểm tra trở đi.', en: 'From the inspection on.', zh: '不早于检查日。' },
} as const satisfies Record<string, LocalText>
