import type { LocalText } from '../../lib/text/local-text.ts'

/** What is wrong with a check of a label as it was written down. */
export const LABEL_CHECK_REFUSALS = {
  standingOfGenuine: {
    vi: 'Chỉ tem thật mới có kết luận được bán hay không.',
    en: 'Only a genuine label has a standing.',
    zh: '仅真实标签才有可否销售的结论。',
  },
} as const satisfies Record<string, LocalText>
