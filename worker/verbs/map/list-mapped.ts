import { listMapped, type MappedListRow } from '../../../db/queries/site-map.ts'
import { marketsOn } from '../../domain/sites/map-feature.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import type { VerbContext } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { type MapQuestion, mapFilter } from './map-filter.ts'

export type ListedPlace = MappedListRow & { readonly markets: Readonly<Record<string, CodeStatus>> }

/** Coded places that fit, by name, with what their codes are today: what a map shows, to be read. */
export async function listMappedPlaces(
  ctx: VerbContext,
  wanted: PageAsked & { readonly asked: MapQuestion },
): Promise<Page<ListedPlace>> {
  const filter = mapFilter(ctx, wanted.asked)
  const { rows, nextCursor } = await listPage(wanted, { nameFolded: 'text', id: 'text' }, (page) =>
    listMapped(ctx.db, { ...filter, ...page }),
  )
  return {
    rows: rows.map((row) => ({ ...row, markets: marketsOn(row.codes, filter.day) })),
    nextCursor,
  }
}
