import { endAllSessions, endSession } from '../../../verbs/accounts/end-sessions.ts'
import type { Portal, Visit } from '../portal-route.ts'
import { seeOther } from '../show-portal-page.ts'
import { textOf } from './kept-form.ts'

/** `POST /portal/sign-out` */
export async function signOut(visit: Visit): Promise<Response> {
  const { c, deps } = visit
  c.header('set-cookie', await deps.accounts.signOut(c.req.raw.headers), { append: true })
  return seeOther(visit, '/portal/sign-in?done=out')
}

/** `POST /portal/account/sign-out-everywhere` */
export async function signOutEverywhere(portal: Portal): Promise<Response> {
  const { c, ctx, deps } = portal
  await endAllSessions({ ctx })
  c.header('set-cookie', await deps.accounts.signOut(c.req.raw.headers), { append: true })
  return seeOther(portal, '/portal/sign-in?done=everywhere')
}

/** `POST /portal/account/sessions/end` */
export async function endOneSession(portal: Portal): Promise<Response> {
  await endSession({ ctx: portal.ctx, input: { sessionId: textOf(portal.form, 'session') ?? '' } })
  return seeOther(portal, '/portal/account?done=session')
}
