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
} as const satisfies Record<string, FigureWords>

export type Figure = keyof typeof FIGURES
