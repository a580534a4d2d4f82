import type { Language } from '../../lib/text/local-text.ts'

/** A query (with its question mark, or empty) that keeps the reader's language; Vietnamese needs none. */
export function langQuery(lang: Language, query = ''): string {
  if (lang === 'vi') return query
  return query === '' ? `?lang=${lang}` : `${query}&lang=${lang}`
}
