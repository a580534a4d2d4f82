import type { LocalText } from '../../lib/text/local-text.ts'

/** Why an entry of a diary is not marked as checked. */
export const DIARY_REFUSALS = {
  role: {
    vi: 'Vai trò là một trong: {list}.',
    en: 'The role is one of: {list}.',
    zh: '角色为以下之一：{list}。',
  },
  checkedOn: {
    vi: 'Ngày kiểm tra phải từ ngày làm việc đến hôm nay.',
    en: 'The check lies between the day of the work and today.',
    zh: '检查日期须在作业当日至今日之间。',
  },
  checkedBy: { vi: 'Hãy ghi ai đã kiểm tra.', en: 'Say who checked it.', zh: '请填写检查人。' },
} as const satisfies Record<string, LocalText>
