import type { MapFeature } from '../../worker/domain/sites/map-feature.ts'
import type { CodeStatus } from '../../worker/domain/standing/types.ts'

/** What the reader chose to see; empty for all of it. */
export type Choice = { readonly crop: string; readonly market: string; readonly status: string }

/** From the status worth seeing first to the last: what is stopped is why one looks. */
const URGENT_FIRST: readonly CodeStatus[] = [
  ...(['suspended', 'revoked', 'pending_foreign_approval', 'active'] as const),
  ...(['expired', 'cancelled', 'none'] as const),
]

/** The status a place is drawn in: of the chosen market, else the most urgent of all; null for none. */
export function drawnStatus(
  markets: MapFeature['properties']['markets'],
  market: string,
): CodeStatus | null {
  if (market !== '') return markets[market] ?? null
  const all = Object.values(markets)
  return URGENT_FIRST.find((status) => all.includes(status)) ?? null
}

export type DrawnFeature = Omit<MapFeature, 'properties'> & {
  readonly properties: { readonly id: string; readonly status: CodeStatus }
}

/** Places that fit the choice, each with the status it is drawn in. */
export function drawnFeatures(all: readonly MapFeature[], choice: Choice): DrawnFeature[] {
  const { crop, market, status } = choice
  return all.flatMap((feature): DrawnFeature[] => {
    const { properties, geometry } = feature
    const drawn = drawnStatus(properties.markets, market)
    if (geometry === null || drawn === null) return []
    if (crop !== '' && !properties.crops.includes(crop)) return []
    if (status !== '' && drawn !== status) return []
    return [{ ...feature, properties: { id: feature.id, status: drawn } }]
  })
}

/** What can be chosen from, in alphabetical order. */
export function choicesOf(all: readonly MapFeature[], lang: string) {
  const crops = new Set(all.flatMap(({ properties }) => properties.crops))
  const markets = new Set(all.flatMap(({ properties }) => Object.keys(properties.markets)))
  return {
    crops: [...crops].sort(new Intl.Collator(lang).compare),
    markets: [...markets].sort(),
  }
}

type Corner = readonly [lng: number, lat: number]

/** The box around everything drawn: south-west and north-east; null where nothing is. */
export function boxOf(features: readonly DrawnFeature[]): readonly [Corner, Corner] | null {
  let [west, south, east, north] = [180, 90, -180, -90]
  const widen = (value: unknown): void => {
    if (!Array.isArray(value)) return
    const [lng, lat]: unknown[] = value
    if (typeof lng !== 'number' || typeof lat !== 'number') {
      value.forEach(widen)
      return
    }
    west = Math.min(west, lng)
    east = Math.max(east, lng)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  for (const { geometry } of features) widen(geometry?.coordinates)
  if (west > east) return null
  return [
    [west, south],
    [east, north],
  ]
}
