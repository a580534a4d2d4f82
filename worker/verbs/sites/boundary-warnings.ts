import {
  type NeighbourRow,
  readCommunePoints,
  readNeighbours,
} from '../../../db/queries/sites-boundaries.ts'
import type { SiteRow } from '../../../db/queries/sites-rows.ts'
import { type AreaDifference, areaDifference } from '../../lib/geo/area-difference.ts'
import { type Boundary, boxOf, ofStoredGeoJson } from '../../lib/geo/boundary.ts'
import { distanceKm } from '../../lib/geo/distance-km.ts'
import { innerPointOf } from '../../lib/geo/inner-point.ts'
import { BOUNDARY_LIMITS } from '../../lib/geo/limits.ts'
import { overlapHaOf } from '../../lib/geo/overlap-ha.ts'
import { publicSiteName } from '../batches/public-names.ts'
import type { Lookup } from '../context.ts'
import {
  type CommuneHolding,
  holdAgainstCommune,
  type OutsideCommune,
} from './hold-against-commune.ts'

/** What to look at before a boundary is saved; none of it forbids saving. */
export type BoundaryWarning =
  | ({ readonly kind: 'area_differs' } & AreaDifference)
  | {
      readonly kind: 'overlaps'
      readonly siteId: string
      readonly name: string
      readonly code: string | null
      readonly overlapHa: number
    }
  | { readonly kind: 'far_from_commune'; readonly km: number; readonly commune: string }
  | OutsideCommune

export type BoundaryReview = {
  readonly warnings: readonly BoundaryWarning[]
  /** The commune whose outline is not loaded, so that nothing was held against it; else null. */
  readonly notOutlined: string | null
}

/** Neighbours that share less than this only drew the common edge a little differently. */
const LEAST_OVERLAP_HA = 0.05

/** Without the commune's outline, a place far from all others of its commune is only a hint. */
const FAR_KM = 50

/** Compares a boundary with the declared area, with other places' and with its commune. */
export async function boundaryWarnings(
  ctx: Lookup,
  input: { readonly site: SiteRow; readonly boundary: Boundary; readonly areaHa: number },
): Promise<BoundaryReview> {
  const { site, boundary, areaHa } = input
  const difference = areaDifference({ declaredHa: site.areaHa, computedHa: areaHa })
  const neighbours = await readNeighbours(ctx.db, {
    siteId: site.id,
    kind: site.kind,
    box: boxOf(boundary.parts),
    widest: BOUNDARY_LIMITS.maxExtent,
  })
  const holding = await holdAgainstCommune(ctx, input)
  const warnings = [
    ...(difference === null ? [] : [{ kind: 'area_differs' as const, ...difference }]),
    ...(await communeWarnings(ctx, { site, boundary, holding })),
    ...neighbours.flatMap((row) => overlapWith(boundary, row)),
  ]
  return { warnings, notOutlined: holding.kind === 'not_outlined' ? holding.commune : null }
}

function overlapWith(boundary: Boundary, row: NeighbourRow): BoundaryWarning[] {
  const overlapHa = overlapHaOf(boundary, ofStoredGeoJson(row.geojson))
  if (overlapHa < LEAST_OVERLAP_HA) return []
  const name = publicSiteName({ ...row, fallback: row.code ?? '…' })
  return [{ kind: 'overlaps', siteId: row.siteId, name, code: row.code, overlapHa }]
}

async function communeWarnings(
  ctx: Lookup,
  input: {
    readonly site: SiteRow
    readonly boundary: Boundary
    readonly holding: CommuneHolding
  },
): Promise<BoundaryWarning[]> {
  const { site, boundary, holding } = input
  switch (holding.kind) {
    case 'no_commune':
    case 'within':
      return []
    case 'not_outlined': {
      const far = await distanceFromCommune(ctx, site, boundary)
      return far === null ? [] : [far]
    }
    case 'partly_outside_commune':
    case 'outside_commune':
      return [holding]
  }
}

async function distanceFromCommune(
  ctx: Lookup,
  site: SiteRow,
  boundary: Boundary,
): Promise<BoundaryWarning | null> {
  const { provinceCode, communeCode, communeName } = site
  if (provinceCode === null || communeCode === null) return null
  const others = await readCommunePoints(ctx.db, { siteId: site.id, provinceCode, communeCode })
  const [lng, lat] = innerPointOf(boundary)
  const nearest = Math.min(...others.map((point) => distanceKm(point, { lat, lng })))
  if (!Number.isFinite(nearest) || nearest <= FAR_KM) return null
  return { kind: 'far_from_commune', km: Math.round(nearest), commune: communeName ?? '' }
}
