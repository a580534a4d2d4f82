import { createHmac } from 'node:crypto'
import { type CookieSettings, cookieLine, readCookie } from './cookies.ts'
import { sameText } from './same-text.ts'

/** A session lasts a week from its last use. */
export const SESSION_SECONDS = 7 * 24 * 3600

const NAME = 'session_token'

/**
 * The session's token out of the request's cookie, which is signed (`token.signature`, HMAC
 * SHA-256), so a made-up one never reaches the database. Null when there is none or it is forged.
 */
export function readSessionToken(headers: Headers, settings: CookieSettings): string | null {
  const value = readCookie(headers, NAME, settings)
  const cut = value?.lastIndexOf('.') ?? -1
  if (value === null || cut < 1) return null
  const token = value.slice(0, cut)
  // Compared as written: base64 has many spellings of one signature, and one is ours.
  return sameText(value.slice(cut + 1), signature(token, settings)) ? token : null
}

/**
 * Whether a request comes with a session's cookie, right or wrong: for what nobody gains by a
 * made-up one, and which is asked too often to look into it.
 */
export function carriesSession(headers: Headers): boolean {
  return headers.get('cookie')?.includes(`goc.${NAME}=`) ?? false
}

/** `Set-Cookie` of a session that goes on for another week. */
export function sessionCookie(token: string, settings: CookieSettings): string {
  const signed = `${token}.${signature(token, settings)}`
  const value = encodeURIComponent(signed)
  return cookieLine({ name: NAME, value, maxAgeSeconds: SESSION_SECONDS, settings })
}

/** `Set-Cookie` that takes the session's cookie away. */
export function endedSessionCookie(settings: CookieSettings): string {
  return cookieLine({ name: NAME, value: '', maxAgeSeconds: 0, settings })
}

function signature(token: string, settings: CookieSettings): string {
  return createHmac('sha256', settings.GOC_AUTH_SECRET).update(token).digest('base64')
}
