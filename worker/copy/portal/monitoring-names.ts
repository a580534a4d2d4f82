import type { Risk, VisitKind, VisitState, VisitView } from '../../domain/monitoring/kinds.ts'
import type { VisitReason } from '../../domain/monitoring/types.ts'
import type { Language, LocalText } from '../../lib/text/local-text.ts'
import { marketName } from '../markets.ts'

export const VISIT_KIND_NAMES = {
  periodic: { vi: 'định kỳ', en: 'periodic', zh: '定期' },
  unannounced: { vi: 'đột xuất', en: 'unannounced', zh: '突击' },
  follow_up: { vi: 'tái kiểm tra', en: 'follow-up', zh: '复查' },
} as const satisfies Record<VisitKind, LocalText>

export const VISIT_STATE_NAMES = {
  planned: { vi: 'chưa kiểm tra', en: 'to be made', zh: '待检查' },
  done: { vi: 'đã kiểm tra', en: 'done', zh: '已检查' },
  cancelled: { vi: 'đã hủy', en: 'cancelled', zh: '已取消' },
} as const satisfies Record<VisitState, LocalText>

export const VISIT_VIEW_NAMES = {
  open: { vi: 'Chưa kiểm tra', en: 'To be made', zh: '待检查' },
  overdue: { vi: 'Quá hạn', en: 'Overdue', zh: '逾期' },
  unassigned: { vi: 'Chưa giao', en: 'Not assigned', zh: '未指派' },
  done: { vi: 'Đã kiểm tra', en: 'Done', zh: '已检查' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled', zh: '已取消' },
} as const satisfies Record<VisitView, LocalText>

export const RISK_NAMES = {
  open_finding: {
    vi: 'còn điểm chưa đạt',
    en: 'a finding is open',
    zh: '有未关闭的不符合项',
  },
  suspended_lately: {
    vi: 'mã số bị tạm dừng trong 12 tháng qua',
    en: 'a code was suspended in the last 12 months',
    zh: '近 12 个月编号曾被暂停',
  },
  never_checked: { vi: 'chưa kiểm tra lần nào', en: 'never checked', zh: '从未检查' },
} as const satisfies Record<Risk, LocalText>

const LEAST: LocalText = {
  vi: 'tối thiểu một lần mỗi vụ',
  en: 'at least once a season',
  zh: '每季至少一次',
}

/** By which rule a visit is there. */
export function visitReasonText({ crop, market, risk }: VisitReason, lang: Language): string {
  const parts = [
    ...(crop === null ? [] : [crop]),
    ...(market === null ? [] : [marketName(market, lang)]),
    ...(risk === null ? [] : [RISK_NAMES[risk][lang]]),
  ]
  return parts.length === 0 ? LEAST[lang] : parts.join(' · ')
}
