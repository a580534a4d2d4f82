import { THINGS } from '../../copy/refusals/things.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import type { Asking } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** Who looks after what is their own: the organisation the actor works for. An operator has none. */
export function ownHolder(ctx: Asking, may: Permission = 'codes.own'): string {
  const bounds = boundsOf(ctx, may)
  if (bounds?.kind === 'organisation') return bounds.organisationId
  throw notFound(THINGS.organisation)
}
