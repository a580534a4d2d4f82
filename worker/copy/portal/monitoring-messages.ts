import type { LocalText } from '../../lib/text/local-text.ts'
import { fillAll } from '../fill.ts'

/** Tells whoever plans or makes visits of those that are due soon, and of those that are overdue. */
export function visitsDue(given: {
  readonly soon: number
  readonly overdue: number
  /** Within how many days. */
  readonly days: number
}): {
  readonly title: LocalText
  readonly body: LocalText
} {
  const { soon, overdue } = given
  if (overdue === 0) return { title: fillAll(DUE.soon, given), body: DUE.body }
  if (soon === 0) return { title: fillAll(DUE.overdue, given), body: DUE.body }
  return { title: fillAll(DUE.both, given), body: DUE.body }
}

/** Tells the authority of a plan that visits are nobody's again. */
export function visitsReleased(given: {
  readonly name: string
  readonly count: number
  readonly year: number
}): { readonly title: LocalText; readonly body: LocalText } {
  return { title: fillAll(RELEASED.title, given), body: fillAll(RELEASED.body, given) }
}

const RELEASED = {
  title: {
    vi: '{count} lượt kiểm tra chưa có người đi',
    en: '{count} visits are nobody’s again',
    zh: '{count} 项检查待重新指派',
  },
  body: {
    vi: '{name} không còn phụ trách địa bàn này. Các lượt của kế hoạch {year} trở lại danh sách chưa giao.',
    en: '{name} no longer works there. These visits of the plan of {year} are to be assigned anew.',
    zh: '{name} 不再负责该辖区。{year} 年计划中的这些检查需重新指派。',
  },
} as const satisfies Record<string, LocalText>

const DUE = {
  soon: {
    vi: '{soon} lượt kiểm tra đến hạn trong {days} ngày tới',
    en: '{soon} visits due within {days} days',
    zh: '{soon} 项检查将在 {days} 天内到期',
  },
  overdue: {
    vi: '{overdue} lượt kiểm tra đã quá hạn',
    en: '{overdue} visits overdue',
    zh: '{overdue} 项检查已逾期',
  },
  both: {
    vi: '{overdue} lượt kiểm tra đã quá hạn, {soon} lượt đến hạn trong {days} ngày tới',
    en: '{overdue} visits overdue, {soon} due within {days} days',
    zh: '{overdue} 项检查已逾期，{soon} 项将在 {days} 天内到期',
  },
  body: {
    vi: 'Danh sách ở đầu trang Việc cần làm. Kiểm tra, dời ngày hoặc giao cho người khác.',
    en: 'They stand at the head of what waits. Make them, move them or give them to somebody else.',
    zh: '列于待办首页。请完成检查、改期或另行指派。',
  },
} as const satisfies Record<string, LocalText>
