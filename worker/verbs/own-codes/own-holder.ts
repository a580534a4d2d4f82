import { THINGS } from '../../copy/refusals/things.ts'
import type { Asking } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** Whose codes are looked after: the organisation the actor works for. An operator holds none. */
export function ownHolder(ctx: Asking): string {
  const bounds = boundsOf(ctx, 'codes.own')
  if (bounds?.kind === 'organisation') return bounds.organisationId
  throw notFound(THINGS.organisation)
}
