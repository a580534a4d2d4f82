import {
  findOrganisations,
  type OrganisationRow,
  readOrganisation,
} from '../../../db/queries/organisations.ts'
import { fillAll } from '../../copy/fill.ts'
import { ORGANISATION_REFUSALS } from '../../copy/refusals/organisations.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import type { Call } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { conflict, notFound } from '../guard/refusals.ts'

/** The organisation of that id, or of exactly that name however its tones are typed. */
export async function findOrganisation({
  ctx,
  input,
}: Call<{ reference: string }>): Promise<OrganisationRow> {
  const { reference } = input
  const byId = await readOrganisation(ctx.db, reference)
  const rows = byId === null ? await findOrganisations(ctx.db, foldVietnamese(reference)) : [byId]
  const [only, ...others] = rows.filter((row) =>
    mayDo(ctx.actor, 'organisations.read', targetOfOrganisation(row)),
  )
  if (only === undefined) throw notFound(fillAll(THINGS.organisationTyped, { typed: reference }))
  if (others.length > 0) {
    throw conflict(fillAll(ORGANISATION_REFUSALS.severalOfName, { name: reference }))
  }
  return only
}
