import {
  findOrganisations,
  type OrganisationRow,
  readOrganisation,
} from '../../../db/queries/organisations.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Reading } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'

/**
 * Organisations of that id, or of exactly that name however its tones are typed; a few at most.
 * Whoever keeps memberships may name any organisation, but only whole: nobody is found by a part.
 */
export async function organisationsNamed(ctx: Reading, text: string): Promise<OrganisationRow[]> {
  requireAny(ctx, 'memberships.write')
  const reference = text.trim()
  if (reference === '' || reference.length > 200) return []
  const byId = await readOrganisation(ctx.db, reference)
  return byId === null ? findOrganisations(ctx.db, foldVietnamese(reference)) : [byId]
}
