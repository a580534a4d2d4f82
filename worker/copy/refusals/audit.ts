import type { LocalText } from '../../lib/text/local-text.ts'

/** What is wrong with a question to the audit log. */
export const AUDIT_REFUSALS = {
  day: {
    vi: 'Ngày ghi dạng dd/mm/yyyy.',
    en: 'A day is written dd/mm/yyyy.',
    zh: '日期格式为 dd/mm/yyyy。',
  },
  head: {
    vi: 'Dấu niêm có dạng SỐ:CHUỖI, như lệnh audit head đã in.',
    en: 'A head is NUMBER:TEXT, as the command audit head printed it.',
    zh: '封印格式为“数字:字符串”，如 audit head 命令所示。',
  },
} as const satisfies Record<string, LocalText>
