import type { Language } from '../../lib/text/local-text.ts'

/** Another page of a list that was asked for; filters left out stay out. */
export function pageHref(input: {
  path: string
  asked: Readonly<Record<string, string>>
  cursor?: string | null
  lang: Language | null
}): string {
  const { path, asked, cursor = null, lang } = input
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  if (cursor !== null) query.set('cursor', cursor)
  if (lang !== null && lang !== 'vi') query.set('lang', lang)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
