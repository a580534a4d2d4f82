import { listMapped, type MappedListRow } from '../../../db/queries/site-map.ts'
import { marketsOn } from '../../domain/sites/map-feature.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import type { VerbContext } from '../context.ts'
import { decodeCursor, pageOf } from '../documents/list-cursor.ts'
import { type MapQuestion, mapFilter } from './map-filter.ts'

export type ListedPlace = MappedListRow & { readonly markets: Readonly<Record<string, CodeStatus>> }

/** Coded places that fit, by name, with what their codes are today: what a map shows, to be read. */
export async function listMappedPlaces(
  ctx: VerbContext,
  page: {
    readonly asked: MapQuestion
    readonly cursor: string | null
    readonly limit: number
  },
): Promise<{ readonly rows: readonly ListedPlace[]; readonly nextCursor: string | null }> {
  const { asked, cursor, limit } = page
  const filter = mapFilter(ctx, asked)
  const [nameFolded = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const after = cursor === null ? null : { nameFolded, id }
  const read = await listMapped(ctx.db, { ...filter, after, limit: limit + 1 })
  const found = pageOf(read, { limit, keysOf: (row) => [row.nameFolded, row.id] })
  return {
    rows: found.rows.map((row) => ({ ...row, markets: marketsOn(row.codes, filter.day) })),
    nextCursor: found.nextCursor,
  }
}
