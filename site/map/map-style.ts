import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl'

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

/** Outlines alone on a plain ground: fonts, pictures and tiles come from nowhere. */
export const MAP_STYLE: StyleSpecification = {
  version: 8,
  sources: { areas: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#f1f3ee' } },
    {
      ...{ id: 'area', type: 'fill', source: 'areas' },
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'fill-color': COLOURS, 'fill-opacity': 0.45 },
    },
    {
      ...{ id: 'edge', type: 'line', source: 'areas' },
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': COLOURS, 'line-width': 1.5 },
    },
    // Not by colour alone: what is stopped has a broken edge.
    {
      ...{ id: 'stopped', type: 'line', source: 'areas' },
      filter: ['all', ['!=', ['geometry-type'], 'Point'], STOPPED],
      paint: { 'line-color': '#ffffff', 'line-width': 1.5, 'line-dasharray': [2, 2] },
    },
    {
      ...{ id: 'point', type: 'circle', source: 'areas' },
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-color': COLOURS,
        'circle-radius': 5,
        'circle-stroke-color': '#ffffff',
        'circle-stroke-width': ['case', STOPPED, 3, 1],
      },
    },
  ],
}
