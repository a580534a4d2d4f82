import type { SiteRow } from '../../../db/queries/sites-rows.ts'
import { readCommuneOutline } from '../../../db/queries/unit-outlines.ts'
import { type Boundary, ofStoredGeoJson } from '../../lib/geo/boundary.ts'
import { innerPointOf } from '../../lib/geo/inner-point.ts'
import { outsideShareOf } from '../../lib/geo/outside-share.ts'
import type { Lookup } from '../context.ts'
import { findUnitAt } from '../units/find-unit-at.ts'

/** A boundary that leaves its commune; `percent` of its area, whole. */
export type OutsideCommune =
  | {
      readonly kind: 'partly_outside_commune'
      readonly commune: string
      readonly outsideHa: number
      readonly percent: number
    }
  | {
      readonly kind: 'outside_commune'
      readonly commune: string
      /** The commune or province it lies in instead; null where that is not known. */
      readonly found: string | null
    }

/** How a boundary lies to its commune; `not_outlined` where the commune's outline is not loaded. */
export type CommuneHolding =
  | { readonly kind: 'no_commune' }
  | { readonly kind: 'not_outlined'; readonly commune: string }
  | { readonly kind: 'within' }
  | OutsideCommune

/** Two people draw the same ditch this much apart. */
const TOLERATED_SHARE = 0.02

/** Holds a boundary against the outline of the commune the place is said to lie in. */
export async function holdAgainstCommune(
  ctx: Lookup,
  input: { readonly site: SiteRow; readonly boundary: Boundary; readonly areaHa: number },
): Promise<CommuneHolding> {
  const { site, boundary, areaHa } = input
  const commune = site.communeName
  if (commune === null) return { kind: 'no_commune' }
  const text = site.communeCode === null ? null : await readCommuneOutline(ctx.db, site.communeCode)
  if (text === null) return { kind: 'not_outlined', commune }
  const share = outsideShareOf(boundary, ofStoredGeoJson(text))
  if (share <= TOLERATED_SHARE) return { kind: 'within' }
  if (share >= 1 - TOLERATED_SHARE) {
    return { kind: 'outside_commune', commune, found: await placeFound(ctx, site, boundary) }
  }
  const outsideHa = Math.round(areaHa * share * 100) / 100
  const percent = Math.round(share * 100)
  return { kind: 'partly_outside_commune', commune, outsideHa, percent }
}

/** Where the boundary's middle lies: `commune, province`, or another province alone. */
async function placeFound(ctx: Lookup, site: SiteRow, boundary: Boundary): Promise<string | null> {
  const { provinceCode: code, provinceName: name } = site
  const own = code === null || name === null ? null : { code, name }
  const { province, commune } = await findUnitAt(ctx, {
    position: innerPointOf(boundary),
    province: own,
  })
  if (commune !== null && commune.code !== site.communeCode) {
    return province === null ? commune.name : `${commune.name}, ${province.name}`
  }
  return province === null || province.code === code ? null : province.name
}
