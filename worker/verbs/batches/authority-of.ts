import { BATCH_REFUSALS } from '../../copy/refusals/batches.ts'
import type { Asking } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'

/** The authority that speaks: a person's own; at the command line the one the operator names. */
export function authorityOf(ctx: Asking, named: string | null | undefined) {
  const { actor } = ctx
  if (actor.kind === 'user') return actor.organisationName
  if (named != null) return named
  throw invalidField('authority', BATCH_REFUSALS.authority)
}
