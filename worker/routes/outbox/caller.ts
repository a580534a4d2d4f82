import type { Context } from 'hono'
import { OUTBOX_REFUSALS } from '../../copy/refusals/outbox.ts'
import type { AppEnv } from '../../http/app-env.ts'
import type { Actor, VerbContext } from '../../verbs/context.ts'
import { Problem } from '../../verbs/errors.ts'
import { requireAny } from '../../verbs/guard/authorise.ts'
import { contextOf } from '../../verbs/own-context.ts'
import { authenticate } from '../../verbs/tokens/authenticate.ts'
import { noteTokenUse } from '../../verbs/tokens/note-token-use.ts'
import { refuseForeignForm } from '../portal/refuse-foreign-form.ts'

/** By which a device says whose queue it sends: only ever held against the session, never believed. */
export const ACCOUNT_HEADER = 'goc-account'

/**
 * Lets in somebody signed in, on a page of ours, or a program with the scope to send; whoever is neither
 * is told so before anything else is looked at. A queue that another account made on the same telephone
 * is turned away whole: it would be stored in the wrong name.
 */
export async function sends(c: Context<AppEnv>, next: () => Promise<void>): Promise<void> {
  const { deps } = c.var
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) {
    const now = deps.now()
    const { actor, lastUsedAt } = await authenticate(deps.db(), { authorization, now })
    requireAny({ actor }, 'outbox.send')
    callers.set(c, { actor, source: 'api' })
    await next()
    return noteTokenUse(deps.db(), { id: actor.tokenId, lastUsedAt, now })
  }
  const signedIn = await deps.accounts.signedIn(c.req.raw.headers)
  if (signedIn === null) throw signInFirst()
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') refuseForeignForm(c)
  const { person } = signedIn
  requireAny({ actor: person }, 'outbox.send')
  const claimed = c.req.header(ACCOUNT_HEADER)
  if (claimed !== undefined && claimed !== person.userId) throw otherAccount()
  callers.set(c, { actor: person, source: 'portal' })
  await next()
  for (const cookie of signedIn.renewedCookies ?? []) {
    c.header('set-cookie', cookie, { append: true })
  }
}

/** What a verb needs, from a request that `sends` let in; it throws for any other. */
export function callerContext(c: Context<AppEnv>): VerbContext {
  const caller = callers.get(c)
  if (caller === undefined) throw new Error('a route without its authentication')
  return { ...caller, ...contextOf(c.var.deps) }
}

/** Holds values only, and none longer than its request. */
const callers = new WeakMap<Context<AppEnv>, { actor: Actor; source: 'api' | 'portal' }>()

const signInFirst = () =>
  new Problem({
    code: 'unauthenticated',
    text: OUTBOX_REFUSALS.signIn,
    headers: { 'WWW-Authenticate': 'Bearer' },
  })

const otherAccount = () =>
  new Problem({ code: 'other_account', text: OUTBOX_REFUSALS.otherAccount })
