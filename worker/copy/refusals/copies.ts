import type { LocalText } from '../../lib/text/local-text.ts'

/** Why nothing is decided on a label that may be copied. */
export const COPY_REFUSALS = {
  decidedMeanwhile: {
    vi: 'Tem này vừa có người quyết định, hoặc vừa có thêm người mở. Hãy xem lại.',
    en: 'Somebody has just decided on this label, or more have opened it. Look again.',
    zh: '该标签刚刚已有人作出决定，或又有更多人打开。请重新查看。',
  },
} as const satisfies Record<string, LocalText>
