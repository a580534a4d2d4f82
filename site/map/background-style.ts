import type { FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { BACKGROUND_LAYERS } from '../../worker/domain/sites/map-background.ts'
import type { BackgroundView } from '../models/sites.ts'

const SOURCE = 'background'

/** Quieter than anything that is said upon it. */
const INK = {
  land: '#fbfcf9',
  water: '#d3e3ea',
  road: '#d9d4c8',
  border: '#9a9f97',
  text: '#555c56',
}

export function backgroundSource(of: BackgroundView | null): StyleSpecification['sources'] {
  if (of === null) return {}
  const url = `pmtiles://${of.href}`
  return of.tiles === 'raster'
    ? { [SOURCE]: { type: 'raster', url, tileSize: 256 } }
    : { [SOURCE]: { type: 'vector', url } }
}

/** Pictures as they are; of vectors land, water, roads, borders and names, from below upwards. */
export function backgroundLayers(of: BackgroundView | null): LayerSpecification[] {
  if (of === null) return []
  if (of.tiles === 'raster') {
    return [{ id: SOURCE, type: 'raster', source: SOURCE, paint: { 'raster-opacity': 0.8 } }]
  }
  return DRAWN.flatMap(({ kind, layer }) => {
    const known: readonly string[] = BACKGROUND_LAYERS[kind]
    return of.layers
      .filter((name) => known.includes(name))
      .map((name) => ({ ...layer, id: `${kind}-${name}`, source: SOURCE, 'source-layer': name }))
  })
}

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never

/** A layer but for where it is taken from. */
type Drawn = {
  readonly kind: keyof typeof BACKGROUND_LAYERS
  readonly layer: Without<
    Extract<LayerSpecification, { type: 'fill' | 'line' | 'symbol' }>,
    'id' | 'source' | 'source-layer'
  >
}

const SURFACES: FilterSpecification = ['==', ['geometry-type'], 'Polygon']
const LINES: FilterSpecification = ['==', ['geometry-type'], 'LineString']
/** Lines at sea and those that are disputed are left out: where Việt Nam ends no background says. */
const SETTLED: FilterSpecification = [
  'all',
  LINES,
  ['!', ['to-boolean', ['get', 'disputed']]],
  ['!', ['to-boolean', ['get', 'maritime']]],
]

const DRAWN: readonly Drawn[] = [
  { kind: 'land', layer: { type: 'fill', filter: SURFACES, paint: { 'fill-color': INK.land } } },
  { kind: 'water', layer: { type: 'fill', filter: SURFACES, paint: { 'fill-color': INK.water } } },
  {
    kind: 'waterway',
    layer: { type: 'line', filter: LINES, paint: { 'line-color': INK.water, 'line-width': 1.2 } },
  },
  {
    kind: 'road',
    layer: {
      ...{ type: 'line', filter: LINES },
      paint: {
        'line-color': INK.road,
        'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 8, 0.5, 13, 1.5, 18, 8],
      },
    },
  },
  {
    kind: 'boundary',
    layer: {
      ...{ type: 'line', filter: SETTLED },
      paint: { 'line-color': INK.border, 'line-width': 1, 'line-dasharray': [3, 2] },
    },
  },
  {
    kind: 'place',
    layer: {
      type: 'symbol',
      layout: {
        'text-field': ['coalesce', ['get', 'name:vi'], ['get', 'name']],
        ...{ 'text-font': ['sans-serif'], 'text-size': 12, 'text-max-width': 8 },
      },
      paint: { 'text-color': INK.text, 'text-halo-color': INK.land, 'text-halo-width': 1.2 },
    },
  },
]
