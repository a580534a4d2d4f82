import type { ListPlace } from '../../../db/queries/list-order.ts'
import { listSiteKinds, type SiteKindRow } from '../../../db/queries/sites-kinds.ts'
import {
  countSites,
  listSites as readSites,
  SITE_ORDERS,
  type SiteFilter,
  type SiteListRow,
  type SiteOrder,
  type SitePage,
} from '../../../db/queries/sites-list.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { normaliseCode } from '../../domain/codes/normalise-code.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { VerbContext } from '../context.ts'
import { cursorAt, placeIn } from '../documents/ordered-cursor.ts'
import { boundsOf, mayAny } from '../guard/authorise.ts'
import { foldedPlaceNames } from './resolve-commune.ts'

/** What was asked, as typed; null leaves a filter out. */
export type SiteQuery = {
  readonly q: string | null
  readonly kind: string | null
  readonly crop: string | null
  readonly place: string | null
  readonly withdrawn: boolean
  readonly cursor: string | null
  /** By name where left out. */
  readonly order?: SiteOrder
}

export type SiteList = {
  readonly rows: readonly SiteListRow[]
  readonly kinds: readonly SiteKindRow[]
  /** Where the list goes on; a page may be short and still go on. */
  readonly nextCursor: string | null
  /** Of the whole list, told at its head; `stopped` where there are more. */
  readonly total: { readonly count: number; readonly stopped: boolean } | null
  readonly mayWrite: boolean
}

const PAGE = 30

/**
 * The places the actor may see, by name: those of the own organisation, of the own place, or all.
 * Names are searched without tones; a place is found by its former names too.
 */
export async function listSites(ctx: VerbContext, query: SiteQuery): Promise<SiteList> {
  const bounds = boundsOf(ctx, 'sites.read')
  const { order = 'name' } = query
  const after = query.cursor === null ? null : placeIn(SITE_ORDERS[order], query.cursor)
  const kinds = await listSiteKinds(ctx.db)
  const filter = filterOf(query)
  const page = await readSites(ctx.db, { bounds, filter, after, order, limit: PAGE + 1 })
  const rows = page.rows.slice(0, PAGE)
  const last = page.rows.length > PAGE ? rows.at(-1) : page.stoppedAt
  return {
    rows,
    kinds,
    total: after === null ? await countSites(ctx.db, { bounds, filter }) : null,
    nextCursor: last ? cursorAt(last) : null,
    mayWrite: mayAny(ctx.actor, 'sites.write'),
  }
}

/** All places of such a list, a page at a time and in its order. */
export async function* pagesOfSites(
  ctx: VerbContext,
  query: Omit<SiteQuery, 'cursor'>,
): AsyncGenerator<readonly SiteListRow[]> {
  const bounds = boundsOf(ctx, 'sites.read')
  const { order = 'name' } = query
  const filter = filterOf(query)
  let after: ListPlace | null = null
  for (;;) {
    const asked = { bounds, filter, after, order, limit: ROWS_PER_READ }
    const page: SitePage = await readSites(ctx.db, asked)
    yield page.rows
    const last = page.rows.at(-1)
    const end = page.rows.length === ROWS_PER_READ && last !== undefined ? last : page.stoppedAt
    if (end === null) return
    after = 'sortKey' in end ? { key: end.sortKey, id: end.id } : end
  }
}

const ROWS_PER_READ = 400

function filterOf(query: Omit<SiteQuery, 'cursor' | 'order'>): SiteFilter {
  const { q } = query
  const searchKeyPrefix = q === null ? null : codePrefix(q)
  return {
    words: q === null || searchKeyPrefix !== null ? null : wordsOf(q),
    searchKeyPrefix,
    kind: query.kind,
    cropFolded: query.crop === null ? null : foldVietnamese(query.crop),
    placeNames: query.place === null ? null : foldedPlaceNames(query.place),
    withdrawn: query.withdrawn,
  }
}

const MAX_COPY = 6

function wordsOf(text: string): readonly string[] {
  return (foldVietnamese(text).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_COPY)
}

/** Null unless the text looks like the beginning of a code: it has digits, or a hyphen after letters. */
function codePrefix(text: string): string | null {
  if (!/\d|^[a-z]{2}-/i.test(text) || /\s/.test(text.trim()) || !normaliseCode(text).ok) return null
  const key = codeSearchKey(text).replace(/(?<!\d)0+$/, '')
  return key.length < 3 ? null : key
}
