import { readBoundaryOf } from '../../../db/queries/sites-boundaries.ts'
import type { SiteRow } from '../../../db/queries/sites-rows.ts'
import type { CoordinateSystem } from '../../lib/geo/coordinate-systems.ts'
import type { BoundarySource } from '../../lib/geo/read-boundary.ts'
import type { Call } from '../context.ts'
import { type BoundaryReview, boundaryWarnings } from './boundary-warnings.ts'
import { openSiteForWriting } from './open-site.ts'
import { readGivenBoundary } from './read-given-boundary.ts'

export type BoundaryPreview = BoundaryReview & {
  readonly site: SiteRow
  readonly geojson: string
  readonly areaHa: number
  readonly source: BoundarySource
  /** What its positions were taken to be in, and what was passed over. */
  readonly system: CoordinateSystem
  readonly empty: number
  readonly others: number
  readonly fileName: string | null
  /** The boundary that counts now; null for none. It must still be when this one is saved. */
  readonly currentId: string | null
}

/** What a file or pasted text would set as the boundary; nothing is stored. */
export async function previewBoundary({
  ctx,
  input,
}: Call<{
  id: string
  bytes: Uint8Array
  field: string
  fileName: string | null
  /** The system that was chosen, by its EPSG number; null to go by the file. */
  epsg: number | null
}>): Promise<BoundaryPreview> {
  const site = await openSiteForWriting(ctx, input.id)
  const { bytes, field, epsg } = input
  const { provinceCode } = site
  const given = await readGivenBoundary(ctx, { bytes, field, epsg, provinceCode })
  const { boundary, areaHa, geojson, source, system, empty, others } = given
  const review = await boundaryWarnings(ctx, { site, boundary, areaHa })
  const current = await readBoundaryOf(ctx.db, site.id)
  const { fileName } = input
  const currentId = current?.id ?? null
  const passed = { system, empty, others }
  return { site, geojson, areaHa, source, fileName, ...passed, ...review, currentId }
}
