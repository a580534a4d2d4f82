import type { LocalText } from '../../lib/text/local-text.ts'

/** Several codes may be meant. */
export const CODE_CANDIDATES = {
  sentence: {
    vi: 'Mã này có thể là {candidates}; hãy ghi rõ.',
    en: 'This may be {candidates}; write it out.',
    zh: '可能是 {candidates}，请写明。',
  },
  or: { vi: ' hoặc ', en: ' or ', zh: ' 或 ' },
} as const satisfies Record<string, LocalText>
