import type { Language } from '../lib/text/local-text.ts'

/** Ends a text somebody typed as a sentence ends, so that another one may follow it. */
export function asSentence(text: string, lang: Language): string {
  const trimmed = text.trim()
  if (trimmed === '' || /[.!?…。！？]["”»）)]*$/.test(trimmed)) return trimmed
  return `${trimmed}${lang === 'zh' ? '。' : '.'}`
}
