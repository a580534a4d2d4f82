import type { LocalText } from '../../lib/text/local-text.ts'

/** What the app asks of an entry beside its own fields. */
export const CORRECTION_COPY = {
  noDay: { vi: 'Chọn ngày làm.', en: 'Choose the day.', zh: '请选择日期。' },
  noReason: {
    vi: 'Ghi lý do sửa.',
    en: 'Say why it is corrected.',
    zh: '请填写更正原因。',
  },
} as const satisfies Record<string, LocalText>
