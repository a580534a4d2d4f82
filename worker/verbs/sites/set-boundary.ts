import * as z from 'zod'
import {
  boundaryIs,
  insertBoundary,
  readBoundaryOf,
  setPoint,
} from '../../../db/queries/sites-boundaries.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { boxOf } from '../../lib/geo/boundary.ts'
import { innerPointOf } from '../../lib/geo/inner-point.ts'
import { optionalText } from '../../resources/read-text.ts'
import { change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import { actorText, type Call } from '../context.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { type BoundaryWarning, boundaryWarnings } from './boundary-warnings.ts'
import { openSiteForWriting } from './open-site.ts'
import { readGivenBoundary } from './read-given-boundary.ts'

const setBoundaryInput = z.object({
  geojson: z.string(),
  source: z.enum(['kml', 'geojson', 'typed']).catch('geojson'),
  fileName: optionalText(200),
  currentId: optionalText(40),
})

/**
 * Makes a boundary the one that counts; earlier ones stay. It is read anew, for what comes back from
 * a browser may be anything. `currentId` names the boundary it was made over: if another was set
 * since, `conflict`. Gives what to look at, as the preview did.
 */
export async function setBoundary({
  ctx,
  input,
}: Call<{
  id: string
  geojson: string
  source: string
  fileName: string
  currentId: string
}>): Promise<{ warnings: readonly BoundaryWarning[] }> {
  const site = await openSiteForWriting(ctx, input.id)
  const { geojson: text, source, fileName, currentId } = parseInput(setBoundaryInput, input)
  const given = await readGivenBoundary(ctx, {
    bytes: new TextEncoder().encode(text),
    field: 'geojson',
  })
  const { boundary, areaHa, geojson } = given
  const before = await readBoundaryOf(ctx.db, site.id)
  const { warnings } = await boundaryWarnings(ctx, { site, boundary, areaHa })
  const [lng, lat] = innerPointOf(boundary)
  await change(ctx, {
    may: 'sites.write',
    target: targetOf(site),
    guards: [
      {
        holds: boundaryIs(site.id, currentId),
        refusal: () => conflict(SITE_REFUSALS.boundaryChanged),
      },
    ],
    statements: [
      insertBoundary(ctx.db, {
        ...{ id: ctx.newId(), siteId: site.id, geojson, areaHa, source, fileName },
        ...{ box: boxOf(boundary.parts), at: ctx.now(), actor: actorText(ctx.actor) },
      }),
      setPoint(ctx.db, { siteId: site.id, lat, lng }),
    ],
    audit: {
      action: 'site.boundary',
      entityId: site.id,
      before: before === null ? null : { areaHa: before.areaHa },
      after: { areaHa, source, fileName, warnings: warnings.map(({ kind }) => kind) },
    },
    touches: { siteIds: [site.id] },
  })
  return { warnings }
}
