import { readMapAreas } from '../../../db/queries/site-map.ts'
import { type GeoBox, type MapFeature, mapFeature } from '../../domain/sites/map-feature.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import type { ExportedFile } from '../exports/list-file.ts'
import { ownTarget, requireAny } from '../guard/authorise.ts'
import { type MapQuestion, mapFilter } from './map-filter.ts'

const PAGE = 500

/** What fits with every corner, for a geographic information system (RFC 7946). */
export async function exportMap(ctx: VerbContext, asked: MapQuestion): Promise<ExportedFile> {
  requireAny(ctx, 'exports.read')
  const filter = mapFilter(ctx, asked)
  const narrowed = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null))
  await change(ctx, {
    may: 'exports.read',
    target: ownTarget(ctx),
    audit: { action: 'sites.export', entityId: 'all', after: { format: 'geojson', ...narrowed } },
  })
  return {
    fileName: `vung-trong-${vietnamDateOf(ctx.now())}.geojson`,
    mediaType: 'application/geo+json; charset=utf-8',
    chunks: geoJsonChunks(ctx, filter),
  }
}

async function* geoJsonChunks(
  ctx: VerbContext,
  filter: ReturnType<typeof mapFilter>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode('{"type":"FeatureCollection","features":[\n')
  const { day } = filter
  let after: string | null = null
  let between = ''
  let around: GeoBox | null = null
  do {
    const rows = await readMapAreas(ctx.db, { ...filter, after, limit: PAGE })
    const features = rows.map((row) => mapFeature(row, { day, corners: null }))
    const texts = features.map((feature) => JSON.stringify(feature))
    if (texts.length > 0) yield encoder.encode(between + texts.join(',\n'))
    between = ',\n'
    around = features.reduce(widened, around)
    after = rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null
  } while (after !== null)
  // A file is written as it is read, so what is around all of it is known at its end.
  yield encoder.encode(around === null ? '\n]}\n' : `\n],"bbox":${JSON.stringify(around)}}\n`)
}

function widened(around: GeoBox | null, { bbox }: Pick<MapFeature, 'bbox'>): GeoBox | null {
  if (bbox === undefined || around === null) return bbox ?? around
  const [west, south, east, north] = around
  return [
    Math.min(west, bbox[0]),
    Math.min(south, bbox[1]),
    Math.max(east, bbox[2]),
    Math.max(north, bbox[3]),
  ]
}
