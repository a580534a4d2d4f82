import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { hasPlace } from '../../domain/access/grants.ts'
import { mayAny } from '../../verbs/guard/authorise.ts'
import { DESK_COOKIE } from '../scan/inspector-redirect.ts'
import type { Visit } from './portal-route.ts'

const DAYS_SECONDS = 7 * 24 * 3600

/**
 * Tells the browser of somebody who inspects, so that a scan leads them to more than shoppers see; takes
 * it away where another one has signed in.
 */
export function markDesk({ c, deps, signedIn }: Visit): void {
  const inspects =
    signedIn !== null && hasPlace(signedIn.person.role) && mayAny(signedIn.person, 'labels.inspect')
  const isMarked = getCookie(c, DESK_COOKIE) === '1'
  if (inspects === isMarked) return
  const secure = deps.origin.startsWith('https:')
  if (!inspects) deleteCookie(c, DESK_COOKIE, { path: '/', secure })
  else {
    const settings = { path: '/', httpOnly: true, secure, sameSite: 'Lax' } as const
    setCookie(c, DESK_COOKIE, '1', { ...settings, maxAge: DAYS_SECONDS })
  }
}
