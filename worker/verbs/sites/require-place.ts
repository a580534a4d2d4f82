import { fillAll } from '../../copy/fill.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import type { Asking } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { invalidField } from '../guard/parse-input.ts'
import type { ResolvedPlace } from './resolve-commune.ts'

/** Refuses a commune outside the actor's place, on the field where it was typed. */
export function requirePlace(
  ctx: Asking,
  input: { readonly organisationId: string; readonly place: ResolvedPlace },
): void {
  const { organisationId, place } = input
  requireAny(ctx, 'sites.write')
  const target = { organisationId, place }
  if (mayDo(ctx.actor, 'sites.write', target)) return
  const where = [place.communeName, place.provinceName].filter((name) => name !== null).join(', ')
  throw invalidField('commune', fillAll(SITE_REFUSALS.outOfBounds, { where }))
}
