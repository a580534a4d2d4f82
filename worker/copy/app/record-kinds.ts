import type { OutboxKind } from '../../domain/outbox/outbox-item.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/** What waits on a phone, by its kind. */
export const RECORD_KIND_NAMES: Readonly<Record<OutboxKind, LocalText>> = {
  diary_entry: { vi: 'Dòng nhật ký', en: 'Diary entry', zh: '生产记录' },
  diary_correction: { vi: 'Sửa dòng nhật ký', en: 'Correction', zh: '记录更正' },
  inspection: { vi: 'Kiểm tra', en: 'Inspection', zh: '检查' },
  label_checks: { vi: 'Lượt kiểm tra tem', en: 'Label checks', zh: '标签核查' },
  report: { vi: 'Phản ánh', en: 'Report', zh: '反馈' },
}
