import { type NearUnit, readUnitsNear } from '../../../db/queries/unit-outlines.ts'
import { ofStoredGeoJson, type Position } from '../../domain/geo/boundary.ts'
import { isWithin } from '../../domain/geo/is-within.ts'
import type { VerbContext } from '../context.ts'

/** The province and commune a position lies in, as far as their outlines are loaded. */
export type UnitAt = {
  readonly province: { readonly code: string; readonly name: string } | null
  readonly commune: { readonly code: string; readonly name: string } | null
}

/** Where no outline of a province holds the position, `provinceCode` is searched for its commune. */
export async function findUnitAt(
  ctx: Pick<VerbContext, 'db'>,
  input: { readonly position: Position; readonly provinceCode: string | null },
): Promise<UnitAt> {
  const [lng, lat] = input.position
  const holds = (unit: NearUnit) => isWithin(ofStoredGeoJson(unit.geojson), input.position)
  const provinces = await readUnitsNear(ctx.db, { lng, lat, provinceCode: null })
  const province = provinces.find(holds) ?? null
  const provinceCode = province?.code ?? input.provinceCode
  if (provinceCode === null) return { province, commune: null }
  const communes = await readUnitsNear(ctx.db, { lng, lat, provinceCode })
  return { province, commune: communes.find(holds) ?? null }
}
