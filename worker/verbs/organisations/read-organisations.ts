import {
  countOrganisation,
  listOrganisations,
  type OrganisationCounts,
  type OrganisationListRow,
} from '../../../db/queries/organisation-list.ts'
import { type OrganisationRow, readOrganisation } from '../../../db/queries/organisations.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { VerbContext } from '../context.ts'
import { decodeCursor, encodeCursor } from '../documents/list-cursor.ts'
import { boundsOf } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

const PAGE_SIZE = 50
const MAX_COPY = 6

export type OrganisationList = {
  readonly rows: readonly OrganisationListRow[]
  /** Where the list goes on; a page may be short, even empty, and still go on. */
  readonly nextCursor: string | null
}

/**
 * Organisations by name that the actor may know of: an officer's are those that lie, or have a site,
 * in the place. Every word of `q` is somewhere in the name, tones or not.
 */
export async function readOrganisations(
  ctx: Pick<VerbContext, 'db' | 'actor'>,
  input: { q: string; kind: string | null; cursor: string | null },
): Promise<OrganisationList> {
  const bounds = boundsOf(ctx, 'organisations.read')
  const [nameFolded = '', id = ''] = input.cursor === null ? [] : decodeCursor(input.cursor, 2)
  const words = foldVietnamese(input.q).split(' ').filter(Boolean).slice(0, MAX_COPY)
  const { rows, stoppedAt } = await listOrganisations(ctx.db, {
    ...{ bounds, words, kind: input.kind, after: { nameFolded, id } },
    limit: PAGE_SIZE + 1,
  })
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : stoppedAt
  return {
    rows: page,
    nextCursor: last == null ? null : encodeCursor([last.nameFolded, last.id]),
  }
}

/** One organisation with what hangs on it; `not_found` where the actor may not know of it. */
export async function readOneOrganisation(
  ctx: Pick<VerbContext, 'db' | 'actor'>,
  input: { id: string },
): Promise<{ row: OrganisationRow; counts: OrganisationCounts }> {
  const bounds = boundsOf(ctx, 'organisations.read')
  const { id } = input
  const [row, counts] = await Promise.all([
    readOrganisation(ctx.db, id),
    countOrganisation(ctx.db, { id, bounds }),
  ])
  if (row === null || counts.within !== 1) {
    throw notFound(THINGS.unit)
  }
  return { row, counts }
}
