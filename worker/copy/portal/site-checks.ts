import type { LocalText } from '../../lib/text/local-text.ts'

/** Inspections, findings and visits on the pages of a place and of a code. */
export const SITE_CHECKS_COPY = {
  title: { vi: 'Kiểm tra', en: 'Inspections', zh: '检查' },
  none: { vi: 'Nơi này chưa được kiểm tra.', en: 'Not inspected yet.', zh: '尚未检查。' },
  what: { vi: 'Nội dung', en: 'What', zh: '内容' },
  day: { vi: 'Ngày', en: 'Day', zh: '日期' },
  state: { vi: 'Kết quả', en: 'Result', zh: '结果' },
  finding: { vi: 'Điểm chưa đạt', en: 'Finding', zh: '不符合项' },
  visit: { vi: 'Lượt kiểm tra theo kế hoạch', en: 'Visit of the plan', zh: '计划检查' },
  planned: { vi: 'Đã giao', en: 'Assigned', zh: '已分派' },
  nobody: { vi: 'Chưa giao ai', en: 'Nobody yet', zh: '未分派' },
  due: { vi: 'hạn {day}', en: 'due {day}', zh: '期限 {day}' },
  allInspections: { vi: 'Mọi biên bản của nơi này', en: 'All its inspections', zh: '全部检查记录' },
  allFindings: { vi: 'Mọi điểm chưa đạt của nơi này', en: 'All its findings', zh: '全部不符合项' },
  last: { vi: 'Kiểm tra gần nhất', en: 'Last inspection', zh: '最近检查' },
  lastText: { vi: '{day}, {outcome}', en: '{day}, {outcome}', zh: '{day}，{outcome}' },
  never: { vi: 'chưa kiểm tra', en: 'not inspected yet', zh: '尚未检查' },
} as const satisfies Record<string, LocalText>
