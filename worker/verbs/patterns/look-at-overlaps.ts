import {
  type DrawnArea,
  type PatternArea,
  readBoundariesAfter,
  readCursor,
  readPatternAreas,
} from '../../../db/queries/pattern-sources.ts'
import { readNeighbours } from '../../../db/queries/sites-boundaries.ts'
import { overlappingAreas } from '../../domain/patterns/detectors.ts'
import { boxOf, ofStoredGeoJson } from '../../lib/geo/boundary.ts'
import { BOUNDARY_LIMITS } from '../../lib/geo/limits.ts'
import { overlapHaOf } from '../../lib/geo/overlap-ha.ts'
import type { Lookup, VerbContext } from '../context.ts'
import { goneOf, pairId } from './site-pairs.ts'
import { type Look, moveCursor, storeLooks } from './store-looks.ts'

const CURSOR = 'boundaries'
/** Each is cut with its neighbours, which takes some milliseconds. */
const BOUNDARIES_AT_ONCE = 200

/** Areas whose boundary was handed in since the last look, held against those around. */
export async function lookAtOverlaps(ctx: VerbContext): Promise<number> {
  const { db } = ctx
  const row = await readCursor(db, CURSOR)
  const drawn = await readBoundariesAfter(db, { row, limit: BOUNDARIES_AT_ONCE })
  if (drawn.length === 0) return 0
  // Of several boundaries of a site the last one counts.
  const latest = [...new Map(drawn.map((area) => [area.siteId, area])).values()]
  const looks: Look[] = []
  for (const area of latest) {
    await ctx.giveWay()
    looks.push(...(await overlapsOf(ctx, area)))
  }
  const kind = 'overlapping_areas'
  const siteIds = latest.map(({ siteId }) => siteId)
  const gone = await goneOf(db, { kind, siteIds, found: looks })
  const found = await storeLooks(ctx, kind, [...looks, ...gone])
  await moveCursor(ctx, CURSOR, drawn.at(-1)?.row ?? row)
  return found
}

async function overlapsOf({ db }: Lookup, area: DrawnArea): Promise<Look[]> {
  const boundary = ofStoredGeoJson(area.geojson)
  const neighbours = await readNeighbours(db, {
    ...{ siteId: area.siteId, kind: area.kind, box: boxOf(boundary.parts) },
    widest: BOUNDARY_LIMITS.maxExtent,
  })
  const others = await readPatternAreas(
    db,
    neighbours.map(({ siteId }) => siteId),
  )
  return neighbours.flatMap((neighbour): Look[] => {
    const other = others.find(({ siteId }) => siteId === neighbour.siteId)
    if (other === undefined) return []
    const smallerHa = Math.min(area.boundaryHa, neighbour.boundaryHa)
    const overlapHa = overlapHaOf(boundary, ofStoredGeoJson(neighbour.geojson))
    const detected = overlappingAreas({ overlapHa, smallerHa })
    return detected === null ? [] : [{ ...pairOf(area, other), detected }]
  })
}

/** Two areas as one subject, which lies where the first one does. */
export function pairOf(area: PatternArea, other: PatternArea): Omit<Look, 'detected'> {
  const [first, second] = area.siteId < other.siteId ? [area, other] : [other, area]
  const { siteId, provinceCode, communeCode } = first
  return {
    subjectId: pairId(first.siteId, second.siteId),
    shown: `${first.code ?? first.siteName} + ${second.code ?? second.siteName}`,
    ...{ siteId, batchId: null, provinceCode, communeCode },
  }
}
