import type { Asking } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'
import { LIST_KINDS, type ListKind } from './portal/upload-options.ts'

/** Lists that producers keep of their own; the register of codes is not theirs to write. */
const OWN_KINDS = ['batches', 'diary'] as const satisfies readonly ListKind[]

/**
 * The organisation whose lists alone the actor may read in; null where it is anybody's. Throws
 * `forbidden` for whoever reads in none.
 */
export function ownOrganisation(ctx: Asking): string | null {
  const bounds = boundsOf(ctx, 'imports.write')
  return bounds?.kind === 'organisation' ? bounds.organisationId : null
}

/** Kinds of lists that the actor may hand in. */
export function listKindsOf(ctx: Asking): readonly ListKind[] {
  return ownOrganisation(ctx) === null ? LIST_KINDS : OWN_KINDS
}
