import type { LocalText } from '../../lib/text/local-text.ts'

/** How a language calls itself and the others, inside a sentence. */
export const LANGUAGE_OF_PAGE = {
  vi: { vi: 'tiếng Việt', en: 'Vietnamese', zh: '越南语' },
  en: { vi: 'tiếng Anh', en: 'English', zh: '英语' },
  zh: { vi: 'tiếng Trung', en: 'Chinese', zh: '中文' },
} as const satisfies Record<string, LocalText>
