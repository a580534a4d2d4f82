import {
  listProvinces,
  type PlaceChoice,
  readPlaceNames,
} from '../../../db/queries/accounts-places.ts'
import type { Reading } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'

/** The place an export is bound to, as people call it, and the provinces it may be narrowed to. */
export async function exportPlaces(ctx: Reading): Promise<{
  readonly place: string | null
  readonly provinces: readonly PlaceChoice[]
}> {
  const bounds = boundsOf(ctx, 'exports.read')
  if (bounds?.kind !== 'place') return { place: null, provinces: await listProvinces(ctx.db) }
  const { communeName, provinceName } = await readPlaceNames(ctx.db, bounds)
  const names = [communeName, provinceName ?? bounds.provinceCode]
  return { place: names.filter((name) => name !== null).join(', '), provinces: [] }
}
