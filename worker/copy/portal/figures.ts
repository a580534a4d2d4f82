import type { Permission } from '../../domain/access/permissions.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

type FigureWords = {
  /** Who sees it. */
  readonly may: Permission
  /** Where it is looked into. */
  readonly href: `/portal${string}`
  /** After the number; `{of}` is what it is a part of, where it is. */
  readonly text: LocalText
}

/**
 * Figures at the head of the first screen: what is no list of work by itself. One is a line here and one
 * in `db/queries/home-figures.ts`; all are counted in the one statement that counts what waits.
 */
export const FIGURES = {
  visits_season: {
    may: 'monitoring.read',
    href: '/portal/monitoring',
    text: {
      vi: 'trên {of} lượt kiểm tra của các vụ đang chạy đã xong',
      en: 'of {of} visits of the running seasons are done',
      zh: '/ {of} 项本季检查已完成',
    },
  },
  applications_late: {
    may: 'applications.process',
    href: '/portal/applications',
    text: {
      vi: 'trên {of} hồ sơ đang chờ đã quá hạn trả lời',
      en: 'of {of} waiting applications are past the day of their answer',
      zh: '/ {of} 件待办申请已超过答复期限',
    },
  },
  notices_due: {
    may: 'foreign.decide',
    href: '/portal/foreign-notices?state=open',
    text: {
      vi: 'trên {of} cảnh báo của nước ngoài chưa xong đã quá hạn hoặc đến hạn trong 7 ngày tới',
      en: 'of {of} open notices from abroad are past due or due within 7 days',
      zh: '/ {of} 份未办结的国外通报已逾期或将在 7 天内到期',
    },
  },
} as const satisfies Record<string, FigureWords>

export type Figure = keyof typeof FIGURES
