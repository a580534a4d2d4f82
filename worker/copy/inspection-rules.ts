import type { LocalText } from '../lib/text/local-text.ts'

/** What is said beside a rule in a question of an inspection. */
export const RULE_LIST_COPY = {
  doubtful: { vi: 'chưa đối chiếu văn bản gốc', en: 'not verified', zh: '未核对原文' },
  banned: { vi: 'cấm dùng', en: 'banned', zh: '禁用' },
  limited: { vi: 'hạn chế dùng', en: 'limited', zh: '限用' },
} as const satisfies Record<string, LocalText>
