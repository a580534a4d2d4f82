import { createHmac, timingSafeEqual } from 'node:crypto'
import { parse } from 'hono/utils/cookie'

/** What the cookie of a session hangs on. */
export type CookieSettings = { readonly GOC_ORIGIN: string; readonly GOC_AUTH_SECRET: string }

export const COOKIE_PREFIX = 'goc'
/** A session lasts a week from its last use. */
export const SESSION_SECONDS = 7 * 24 * 3600

/** Name of the session's cookie, as better-auth makes it from our prefix. */
export function sessionCookieName(settings: CookieSettings): string {
  const name = `${COOKIE_PREFIX}.session_token`
  return settings.GOC_ORIGIN.startsWith('https:') ? `__Secure-${name}` : name
}

/**
 * The session's token out of the request's cookie: better-auth signs it (`token.signature`, HMAC
 * SHA-256), so a made-up one never reaches the database. Null when there is none or it is forged.
 */
export function readSessionToken(headers: Headers, settings: CookieSettings): string | null {
  const header = headers.get('cookie')
  if (header === null) return null
  const name = sessionCookieName(settings)
  const value = parse(header, name)[name]
  const cut = value?.lastIndexOf('.') ?? -1
  if (value === undefined || cut < 1) return null
  const token = value.slice(0, cut)
  // Compared as written: base64 has many spellings of one signature, and one is ours.
  const given = Buffer.from(value.slice(cut + 1))
  const right = Buffer.from(signature(token, settings))
  return given.length === right.length && timingSafeEqual(given, right) ? token : null
}

/** `Set-Cookie` of a session that goes on for another week. */
export function sessionCookie(token: string, settings: CookieSettings): string {
  const signed = `${token}.${signature(token, settings)}`
  return cookieText(settings, encodeURIComponent(signed), SESSION_SECONDS)
}

/** `Set-Cookie` that takes the session's cookie away. */
export function endedSessionCookie(settings: CookieSettings): string {
  return cookieText(settings, '', 0)
}

function cookieText(settings: CookieSettings, value: string, maxAge: number): string {
  const secure = settings.GOC_ORIGIN.startsWith('https:') ? '; Secure' : ''
  const name = sessionCookieName(settings)
  return `${name}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly${secure}; SameSite=Lax`
}

function signature(token: string, settings: CookieSettings): string {
  return createHmac('sha256', settings.GOC_AUTH_SECRET).update(token).digest('base64')
}
