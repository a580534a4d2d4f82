import type { GeoBox } from './map-feature.ts'

/** An archive of tiles (PMTiles, version 3) that outlines are drawn upon. */
export type MapBackground = {
  /** Told from any other: the beginning of the SHA-256 of what it holds, in hex. */
  readonly version: string
  /** Where it lies elsewhere; null in this installation's own store. */
  readonly url: string | null
  readonly tiles: 'vector' | 'raster'
  /** Names of its vector layers, as far as the map knows how to draw them; none of pictures. */
  readonly layers: readonly string[]
  /** Whose work it is, as its licence asks to say. */
  readonly attribution: string
  readonly box: GeoBox
  readonly minZoom: number
  readonly maxZoom: number
  readonly bytes: number
}

/** Characters of the version: 128 bits. */
export const VERSION_LENGTH = 32

/** What an archive is called in this installation's own store. */
export function archiveName(version: string): string {
  return `${version}.pmtiles`
}

/** The version a name in the store has; null for any other name. */
export function versionOfName(name: string): string | null {
  return /^([0-9a-f]{32})\.pmtiles$/.exec(name)?.[1] ?? null
}

/**
 * What is drawn of a background, by the names that layers have in Protomaps' basemap, OpenMapTiles and
 * Shortbread. Other layers are left out: outlines are what one looks at.
 */
export const BACKGROUND_LAYERS = {
  land: ['earth', 'land', 'landcover'],
  water: ['water', 'ocean', 'water_polygons'],
  waterway: ['water', 'waterway', 'water_lines'],
  road: ['roads', 'transportation', 'streets'],
  boundary: ['boundaries', 'boundary'],
  place: ['places', 'place', 'place_labels'],
} as const satisfies Record<string, readonly string[]>

const KNOWN: ReadonlySet<string> = new Set(Object.values(BACKGROUND_LAYERS).flat())

/** Of these layers those that the map knows how to draw. */
export function drawableLayers(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => KNOWN.has(name))
}
