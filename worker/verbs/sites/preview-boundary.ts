import { readBoundaryOf } from '../../../db/queries/sites-boundaries.ts'
import type { SiteRow } from '../../../db/queries/sites-rows.ts'
import type { BoundarySource } from '../../lib/geo/read-boundary.ts'
import type { VerbContext } from '../context.ts'
import { type BoundaryReview, boundaryWarnings } from './boundary-warnings.ts'
import { openSiteForWriting } from './open-site.ts'
import { readGivenBoundary } from './read-given-boundary.ts'

export type BoundaryPreview = BoundaryReview & {
  readonly site: SiteRow
  readonly geojson: string
  readonly areaHa: number
  readonly source: BoundarySource
  readonly fileName: string | null
  /** The boundary that counts now; null for none. It must still be when this one is saved. */
  readonly currentId: string | null
}

/** What a file or pasted text would set as the boundary; nothing is stored. */
export async function previewBoundary({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: { id: string; bytes: Uint8Array; field: string; fileName: string | null }
}): Promise<BoundaryPreview> {
  const site = await openSiteForWriting(ctx, input.id)
  const { boundary, source, areaHa, geojson } = await readGivenBoundary(
    ctx,
    input.bytes,
    input.field,
  )
  const review = await boundaryWarnings(ctx, { site, boundary, areaHa })
  const current = await readBoundaryOf(ctx.db, site.id)
  const { fileName } = input
  return { site, geojson, areaHa, source, fileName, ...review, currentId: current?.id ?? null }
}
