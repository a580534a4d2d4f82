import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** A household of a growing area, as forms, lists and the log speak of it. */
export const HOUSEHOLD_COPY = {
  ...labels('plot', 'trees', 'phone'),
  noun: { vi: 'hộ này trong danh sách', en: 'household in the list', zh: '名单中的该农户' },
  name: { vi: 'Họ tên chủ hộ', en: 'Head of household', zh: '户主姓名' },
  area: { vi: 'Diện tích (ha)', en: 'Area (ha)', zh: '面积（公顷）' },
  alreadyListed: {
    vi: 'Hộ này với cùng thửa và diện tích đã có trong danh sách.',
    en: 'This household with the same plot and area is on the list already.',
    zh: '名单中已有同一地块、同一面积的该农户。',
  },
} as const satisfies Record<string, LocalText>
