import type { ListPlace } from '../../../db/queries/list-order.ts'
import {
  countOrganisation,
  countOrganisations,
  listOrganisations,
  ORGANISATION_ORDERS,
  type OrganisationCounts,
  type OrganisationListRow,
  type OrganisationOrder,
  type OrganisationPage,
} from '../../../db/queries/organisation-list.ts'
import { type OrganisationRow, readOrganisation } from '../../../db/queries/organisations.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Reading } from '../context.ts'
import { cursorAt, placeIn } from '../documents/ordered-cursor.ts'
import { boundsOf } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

const PAGE_SIZE = 50
const MAX_COPY = 6

export type OrganisationList = {
  readonly rows: readonly OrganisationListRow[]
  /** Where the list goes on; a page may be short, even empty, and still go on. */
  readonly nextCursor: string | null
  /** Of the whole list, told at its head; `stopped` where there are more. */
  readonly total: { readonly count: number; readonly stopped: boolean } | null
}

/**
 * Organisations by name that the actor may know of: an officer's are those that lie, or have a site,
 * in the place. Every word of `q` is somewhere in the name, tones or not.
 */
export async function readOrganisations(
  ctx: Reading,
  input: OrganisationQuery & { cursor: string | null },
): Promise<OrganisationList> {
  const bounds = boundsOf(ctx, 'organisations.read')
  const { kind, order = 'name', cursor } = input
  const after = cursor === null ? null : placeIn(ORGANISATION_ORDERS[order], cursor)
  const words = wordsOf(input.q)
  const [{ rows, stoppedAt }, total] = await Promise.all([
    listOrganisations(ctx.db, { bounds, words, kind, after, order, limit: PAGE_SIZE + 1 }),
    after === null ? countOrganisations(ctx.db, { bounds, words, kind }) : null,
  ])
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : stoppedAt
  return {
    rows: page,
    total,
    nextCursor: last == null ? null : cursorAt(last),
  }
}

/** What organisations are narrowed by and ordered. */
export type OrganisationQuery = {
  readonly q: string
  readonly kind: string | null
  /** By name where left out. */
  readonly order?: OrganisationOrder
}

/** All organisations of such a list, a page at a time and in its order. */
export async function* pagesOfOrganisations(
  ctx: Reading,
  { q, kind, order = 'name' }: OrganisationQuery,
): AsyncGenerator<readonly OrganisationListRow[]> {
  const bounds = boundsOf(ctx, 'organisations.read')
  const asked = { bounds, words: wordsOf(q), kind, order, limit: ROWS_PER_READ }
  let after: ListPlace | null = null
  for (;;) {
    const page: OrganisationPage = await listOrganisations(ctx.db, { ...asked, after })
    yield page.rows
    const last = page.rows.at(-1)
    const end = page.rows.length === ROWS_PER_READ && last !== undefined ? last : page.stoppedAt
    if (end === null) return
    after = 'sortKey' in end ? { key: end.sortKey, id: end.id } : end
  }
}

const ROWS_PER_READ = 400

function wordsOf(q: string): string[] {
  return foldVietnamese(q).split(' ').filter(Boolean).slice(0, MAX_COPY)
}

/** One organisation with what hangs on it; `not_found` where the actor may not know of it. */
export async function readOneOrganisation(
  ctx: Reading,
  input: { id: string },
): Promise<{ row: OrganisationRow; counts: OrganisationCounts }> {
  const bounds = boundsOf(ctx, 'organisations.read')
  const { id } = input
  const [row, counts] = await Promise.all([
    readOrganisation(ctx.db, id),
    countOrganisation(ctx.db, { id, bounds }),
  ])
  if (row === null || !counts.within) throw notFound(THINGS.unit)
  return { row, counts }
}
