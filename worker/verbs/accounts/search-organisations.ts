import { findOrganisationsLike } from '../../../db/queries/accounts-places.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'

/** Organisations whose name begins as typed, tones or not; twenty at most. For administrators. */
export async function searchOrganisations({
  ctx,
  input,
}: Call<{ readonly query: string }>): Promise<{ id: string; name: string }[]> {
  requireAny(ctx, 'organisations.write')
  const prefix = foldVietnamese(input.query.slice(0, 200).trim())
  return prefix === '' ? [] : findOrganisationsLike(ctx.db, prefix)
}
