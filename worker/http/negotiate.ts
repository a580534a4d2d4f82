import { parseAccept } from 'hono/utils/accept'
import { LRUCache } from 'lru-cache'
import { LANGUAGES, type Language } from '../lib/text/local-text.ts'

const remembered = new LRUCache<string, string>({ max: 500 })

/** `html` or `json`, whichever the Accept header prefers; html when it does not care. */
export function preferredFormat(accept: string | null): 'html' | 'json' {
  if (accept === null || accept === '' || accept === '*/*') return 'html'
  return remember(`f:${accept}`, () => {
    const quality = (matches: (type: string) => boolean) =>
      Math.max(0, ...parseAccept(accept).map((a) => (matches(a.type.toLowerCase()) ? a.q : 0)))
    const json = quality(
      (type) => type === 'application/json' || type === 'application/problem+json',
    )
    const html = quality((type) => type === 'text/html' || type === 'application/xhtml+xml')
    return json > html ? 'json' : 'html'
  }) as 'html' | 'json'
}

const MACHINE_PATH =
  /^\/(?:\.well-known\/|open-data\/|healthz(?:\/|$)|readyz(?:\/|$))|\.(?:json|csv|atom|xml|jwt)$/i

/**
 * Whether a failure is told as a page. Where programs ask, only somebody whose browser names HTML
 * gets one, and under `/api/` nobody does; elsewhere whoever does not ask for JSON. `path` is without
 * its query.
 */
export function wantsProblemPage(path: string, accept: string | null): boolean {
  if (/^\/api(?:\/|$)/.test(path)) return false
  if (MACHINE_PATH.test(path) && !NAMES_HTML.test(accept ?? '')) return false
  return preferredFormat(accept) === 'html'
}

const NAMES_HTML = /text\/html|application\/xhtml\+xml/i

/** The language of a page: `?lang=` first, then Accept-Language, then Vietnamese. */
export function preferredLanguage(query: string | null, acceptLanguage: string | null): Language {
  const asked = LANGUAGES.find((language) => language === query)
  if (asked !== undefined) return asked
  if (acceptLanguage === null || acceptLanguage === '') return 'vi'
  return remember(`l:${acceptLanguage}`, () => {
    const wanted = parseAccept(acceptLanguage)
      .filter((a) => a.q > 0)
      .sort((a, b) => b.q - a.q)
    for (const { type } of wanted) {
      const language = LANGUAGES.find((l) => l === type.toLowerCase().split('-')[0])
      if (language !== undefined) return language
    }
    return 'vi'
  }) as Language
}

/** The value of one query parameter of a raw URL, decoded; null when absent or undecodable. */
export function queryParameter(url: string, name: string): string | null {
  const at = url.indexOf('?')
  if (at < 0) return null
  return new URLSearchParams(url.slice(at + 1).split('#', 1)[0]).get(name)
}

/** A few hundred browsers make up almost all requests; what strangers invent is forgotten. */
function remember(key: string, compute: () => string): string {
  if (key.length > 300) return compute()
  const known = remembered.get(key)
  if (known !== undefined) return known
  const value = compute()
  remembered.set(key, value)
  return value
}
