import { type NearUnit, readUnitsNear } from '../../../db/queries/unit-outlines.ts'
import { ofStoredGeoJson, type Position } from '../../lib/geo/boundary.ts'
import { isWithin } from '../../lib/geo/is-within.ts'
import type { Lookup } from '../context.ts'

/** The province and commune a position lies in, as far as their outlines are loaded. */
export type UnitAt = {
  readonly province: { readonly code: string; readonly name: string } | null
  readonly commune: { readonly code: string; readonly name: string } | null
}

/**
 * Looks among the communes of the given province first, which is where most mistaken places lie, and
 * only then for the province: the outline of a province may take megabytes.
 */
export async function findUnitAt(
  ctx: Lookup,
  input: { readonly position: Position; readonly province: UnitAt['province'] },
): Promise<UnitAt> {
  const { position, province: given } = input
  const [lng, lat] = position
  const unitIn = async (provinceCode: string | null) => {
    const near = await readUnitsNear(ctx.db, { lng, lat, provinceCode })
    return named(near.find((unit) => isWithin(ofStoredGeoJson(unit.geojson), position)))
  }
  const own = given === null ? null : await unitIn(given.code)
  if (own !== null) return { province: given, commune: own }
  const province = await unitIn(null)
  if (province === null || province.code === given?.code) return { province, commune: null }
  return { province, commune: await unitIn(province.code) }
}

function named(unit: NearUnit | undefined): UnitAt['commune'] {
  return unit === undefined ? null : { code: unit.code, name: unit.name }
}
