import { ACCESS_REFUSALS } from '../../copy/refusals/access.ts'
import type { Asking, Person } from '../context.ts'
import { Problem } from '../errors.ts'
import { requireAny } from '../guard/authorise.ts'

/** The person who acts on their own account; machines and the command line have none. */
export function selfOf(ctx: Asking): Person {
  requireAny(ctx, 'portal.use')
  if (ctx.actor.kind === 'user') return ctx.actor
  throw new Problem({
    code: 'forbidden',
    text: ACCESS_REFUSALS.signedInOnly,
  })
}
