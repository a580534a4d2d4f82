import { ACCESS_REFUSALS } from '../../copy/refusals/access.ts'
import type { Asking, Person } from '../context.ts'
import { Problem } from '../errors.ts'
import { requireAny } from '../guard/authorise.ts'

/** The person who asks; messages and the first page are for people, not for machines or commands. */
export function personOf(ctx: Asking): Person {
  requireAny(ctx, 'portal.use')
  const { actor } = ctx
  if (actor.kind === 'user') return actor
  throw new Problem({
    code: 'forbidden',
    text: ACCESS_REFUSALS.notSignedIn,
  })
}
