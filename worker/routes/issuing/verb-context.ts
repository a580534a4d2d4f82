import type { Context } from 'hono'
import type { Permission } from '../../domain/access/permissions.ts'
import type { AppEnv } from '../../http/app-env.ts'
import type { Actor, VerbContext } from '../../verbs/context.ts'
import { requireAny } from '../../verbs/guard/authorise.ts'
import { contextOf } from '../../verbs/own-context.ts'
import { authenticate } from '../../verbs/tokens/authenticate.ts'
import { noteTokenUse } from '../../verbs/tokens/note-token-use.ts'

type TokenActor = Extract<Actor, { kind: 'token' }>

/**
 * Lets in only a valid token with the right to it (any token for null), before the request is read any
 * further. Every route of this folder begins with it.
 */
export function requires(permission: Permission | null) {
  return async (c: Context<AppEnv>, next: () => Promise<void>): Promise<void> => {
    const { deps } = c.var
    const authorization = c.req.header('authorization')
    const now = deps.now()
    const { actor, lastUsedAt } = await authenticate(deps.db(), { authorization, now })
    if (permission !== null) requireAny({ actor }, permission)
    actors.set(c, actor)
    await next()
    await noteTokenUse(deps.db(), { id: actor.tokenId, lastUsedAt, now })
  }
}

/** What a verb needs, from a request that `requires` let in; it throws for any other. */
export function verbContext(c: Context<AppEnv>): VerbContext & { readonly actor: TokenActor } {
  const actor = actors.get(c)
  if (actor === undefined) throw new Error('a route without its authentication')
  return { ...contextOf(c.var.deps), actor, source: 'api' }
}

/** Holds values only, and none longer than its request. */
const actors = new WeakMap<Context<AppEnv>, TokenActor>()
