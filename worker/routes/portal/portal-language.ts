import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../../http/app-env.ts'
import { preferredLanguage, queryParameter } from '../../http/negotiate.ts'
import { LANGUAGES, type Language } from '../../lib/text/local-text.ts'

const COOKIE = 'goc-lang'
const YEAR_SECONDS = 365 * 24 * 3600

/** `?lang=` once is remembered; then the cookie, then the browser, then Vietnamese. */
export function portalLanguage(c: Context<AppEnv>): Language {
  const asked = LANGUAGES.find((language) => language === queryParameter(c.req.url, 'lang'))
  if (asked === undefined) {
    return preferredLanguage(getCookie(c, COOKIE) ?? null, c.req.header('accept-language') ?? null)
  }
  const secure = c.var.deps.origin.startsWith('https:')
  setCookie(c, COOKIE, asked, { path: '/portal', maxAge: YEAR_SECONDS, sameSite: 'Lax', secure })
  return asked
}
