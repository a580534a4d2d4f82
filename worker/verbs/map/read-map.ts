import { type PlaceSum, readMapAreas, sumByPlace } from '../../../db/queries/site-map.ts'
import { type MapPage, mapFeature } from '../../domain/sites/map-feature.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import type { ExportedFile } from '../exports/list-file.ts'
import { boundsOf, ownTarget, requireAny } from '../guard/authorise.ts'

/** Corners of a ring that a screen can tell apart. */
const CORNERS = 40
const PAGE = 500

/** Coded places the actor may see, with thinned outlines and the statuses of today, page by page. */
export async function readMap(
  ctx: VerbContext,
  { after }: { readonly after: string | null },
): Promise<MapPage> {
  requireAny(ctx, 'sites.read')
  return readPage(ctx, { after, corners: CORNERS })
}

async function readPage(
  ctx: VerbContext,
  { after, corners }: { readonly after: string | null; readonly corners: number | null },
): Promise<MapPage> {
  const bounds = boundsOf(ctx, 'sites.read')
  const rows = await readMapAreas(ctx.db, { bounds, after, limit: PAGE })
  const day = vietnamDateOf(ctx.now())
  return {
    features: rows.map((row) => mapFeature(row, { day, corners })),
    next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null,
  }
}

/** All of it with every corner, for a geographic information system (RFC 7946). */
export async function exportMap(ctx: VerbContext): Promise<ExportedFile> {
  requireAny(ctx, 'exports.read')
  await change(ctx, {
    may: 'exports.read',
    target: ownTarget(ctx),
    statements: [],
    audit: [
      { action: 'sites.export', entity: 'site', entityId: 'all', after: { format: 'geojson' } },
    ],
  })
  return {
    fileName: `vung-trong-${vietnamDateOf(ctx.now())}.geojson`,
    mediaType: 'application/geo+json; charset=utf-8',
    chunks: geoJsonChunks(ctx),
  }
}

async function* geoJsonChunks(ctx: VerbContext): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode('{"type":"FeatureCollection","features":[\n')
  let after: string | null = null
  let between = ''
  do {
    const page: MapPage = await readPage(ctx, { after, corners: null })
    const texts = page.features.map((feature) => JSON.stringify(feature))
    if (texts.length > 0) yield encoder.encode(between + texts.join(',\n'))
    between = ',\n'
    after = page.next
  } while (after !== null)
  yield encoder.encode('\n]}\n')
}

export type MapSums = {
  readonly rows: readonly PlaceSum[]
  /** What a row is: a commune of the actor's place, or a province of the country. */
  readonly by: 'commune' | 'province'
}

/** The same as a table: coded places by commune, or by province for whoever sees the country. */
export async function readMapSums(
  ctx: VerbContext,
  input: {
    readonly crop: string | null
    /** Gives what a read gave before, where nothing has changed since. */
    readonly keep?: (
      key: string,
      read: () => Promise<readonly PlaceSum[]>,
    ) => Promise<readonly PlaceSum[]>
  },
): Promise<MapSums> {
  requireAny(ctx, 'sites.read')
  const bounds = boundsOf(ctx, 'sites.read')
  const by = bounds === null ? 'province' : 'commune'
  const { crop, keep = (_, read) => read() } = input
  const cropFolded = crop === null ? null : foldVietnamese(crop)
  const asked = { bounds, by, cropFolded, day: vietnamDateOf(ctx.now()) } as const
  return { rows: await keep(JSON.stringify(asked), () => sumByPlace(ctx.db, asked)), by }
}
