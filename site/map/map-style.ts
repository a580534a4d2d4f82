import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { BackgroundView } from '../models/sites.ts'
import { backgroundLayers, backgroundSource } from './background-style.ts'

/** Nearer than this, outlines are drawn; farther off, dots. A screen is then some twenty kilometres wide. */
export const AREAS_FROM = 12

/** Colours of the statuses, the same that words beside them say; read on a light ground. */
const COLOURS: ExpressionSpecification = [
  'match',
  ['get', 'status'],
  ...['active', '#0a6b36', 'suspended', '#b45f00', 'revoked', '#b3161b'],
  ...['cancelled', '#b3161b', 'pending_foreign_approval', '#1f5fa8'],
  '#5c636a',
] as unknown as ExpressionSpecification

const STOPPED: ExpressionSpecification = [
  'in',
  ['get', 'status'],
  ['literal', ['suspended', 'revoked', 'cancelled']],
]

const NOTHING = { type: 'FeatureCollection' as const, features: [] }

/**
 * Outlines and dots on a plain ground, or on the background that an operator set. Letters are drawn
 * with the reader's own fonts, so none are fetched.
 */
export function mapStyle(of: {
  readonly points: string
  readonly background: BackgroundView | null
}): StyleSpecification {
  const { points, background } = of
  return {
    version: 8,
    sources: {
      ...backgroundSource(background),
      points: { type: 'geojson', data: points, maxzoom: AREAS_FROM, buffer: 16 },
      areas: { type: 'geojson', data: NOTHING },
      archipelagos: { type: 'geojson', data: ARCHIPELAGOS },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#f1f3ee' } },
      ...backgroundLayers(background),
      ARCHIPELAGO_NAMES,
      ...AREA_LAYERS,
    ],
  }
}

/** A map of Việt Nam without them would not be one, whatever a background names. */
const ARCHIPELAGOS: GeoJSON.FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    ['Quần đảo Hoàng Sa (Việt Nam)', 112, 16.5] as const,
    ['Quần đảo Trường Sa (Việt Nam)', 113.5, 9.5] as const,
  ].map(([name, lng, lat]) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lng, lat] },
    properties: { name },
  })),
}

const ARCHIPELAGO_NAMES: LayerSpecification = {
  ...{ id: 'archipelago', type: 'symbol', source: 'archipelagos' },
  layout: {
    'text-field': ['get', 'name'],
    ...{ 'text-font': ['sans-serif'], 'text-size': 12, 'text-max-width': 10 },
    'text-allow-overlap': true,
  },
  paint: { 'text-color': '#18201a', 'text-halo-color': '#ffffff', 'text-halo-width': 1.2 },
}

const AREA_LAYERS: StyleSpecification['layers'] = [
  {
    ...{ id: 'dot', type: 'circle', source: 'points', maxzoom: AREAS_FROM },
    // What is stopped lies on top.
    layout: { 'circle-sort-key': ['case', STOPPED, 1, 0] },
    paint: {
      'circle-color': COLOURS,
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 5, 2, 9, 3.5, 12, 6],
      'circle-opacity': 0.85,
      // Not by colour alone: what is stopped has a ring.
      'circle-stroke-color': '#18201a',
      'circle-stroke-width': [
        ...(['interpolate', ['linear'], ['zoom']] as const),
        ...[8, ['case', STOPPED, 0.4, 0], 11, ['case', STOPPED, 1.5, 0]],
      ] as ExpressionSpecification,
    },
  },
  {
    ...{ id: 'area', type: 'fill', source: 'areas', minzoom: AREAS_FROM },
    filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'fill-color': COLOURS, 'fill-opacity': 0.45 },
  },
  {
    ...{ id: 'edge', type: 'line', source: 'areas', minzoom: AREAS_FROM },
    filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'line-color': COLOURS, 'line-width': 1.5 },
  },
  // Not by colour alone: what is stopped has a broken edge.
  {
    ...{ id: 'stopped', type: 'line', source: 'areas', minzoom: AREAS_FROM },
    filter: ['all', ['!=', ['geometry-type'], 'Point'], STOPPED],
    paint: { 'line-color': '#ffffff', 'line-width': 1.5, 'line-dasharray': [2, 2] },
  },
  {
    ...{ id: 'point', type: 'circle', source: 'areas', minzoom: AREAS_FROM },
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-color': COLOURS,
      'circle-radius': 6,
      'circle-stroke-color': ['case', STOPPED, '#18201a', '#ffffff'],
      'circle-stroke-width': ['case', STOPPED, 2, 1],
    },
  },
]
