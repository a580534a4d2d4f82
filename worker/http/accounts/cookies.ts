import { parse } from 'hono/utils/cookie'

/** What our cookies hang on. */
export type CookieSettings = { readonly GOC_ORIGIN: string; readonly GOC_AUTH_SECRET: string }

const isSecure = (settings: CookieSettings) => settings.GOC_ORIGIN.startsWith('https:')

/** Under TLS the browser itself vouches by the prefix that the cookie came over TLS. */
export function cookieName(name: string, settings: CookieSettings): string {
  return isSecure(settings) ? `__Secure-goc.${name}` : `goc.${name}`
}

/** The value of one of our cookies in a request; null without it. */
export function readCookie(
  headers: Headers,
  name: string,
  settings: CookieSettings,
): string | null {
  const header = headers.get('cookie')
  if (header === null) return null
  const full = cookieName(name, settings)
  return parse(header, full)[full] ?? null
}

/** `Set-Cookie` that scripts cannot read and that forms of other sites do not bring along. */
export function cookieLine(input: {
  readonly name: string
  readonly value: string
  readonly maxAgeSeconds: number
  readonly settings: CookieSettings
  readonly path?: string
  /** `Strict` where no link from elsewhere need bring it. */
  readonly sameSite?: 'Lax' | 'Strict'
}): string {
  const { name, value, maxAgeSeconds, settings, path = '/', sameSite = 'Lax' } = input
  const secure = isSecure(settings) ? '; Secure' : ''
  const pair = `${cookieName(name, settings)}=${value}`
  return `${pair}; Max-Age=${maxAgeSeconds}; Path=${path}; HttpOnly${secure}; SameSite=${sameSite}`
}
