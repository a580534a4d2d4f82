import type { Map as AreaMap, GeoJSONSource } from 'maplibre-gl'
import { AREA_MAP_COPY as W } from '../../worker/copy/portal/area-map.ts'
import type { MapFeature, MapPage } from '../../worker/domain/sites/map-feature.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import { AREAS_FROM } from './map-style.ts'
import { holds, type Part, partAround } from './part-of-map.ts'

export type AreasOnScreen = {
  /** A place whose outline is held; null for any other. */
  readonly find: (id: unknown) => MapFeature | null
}

/** Outlines around what is on the screen, fetched when it moves beyond what is held. */
export function areasOnScreen(of: {
  readonly map: AreaMap
  readonly href: string
  /** Where is said what the map cannot show. */
  readonly told: HTMLElement
  readonly lang: Language
}): AreasOnScreen {
  const { map, href, told, lang } = of
  const known = new Map<string, MapFeature>()
  let held: { part: Part; more: boolean } | null = null
  let asking: AbortController | null = null

  const look = async (): Promise<void> => {
    if (map.getZoom() < AREAS_FROM) {
      told.textContent = W.closer[lang]
      return
    }
    const screen = screenOf(map)
    if (held !== null && !held.more && holds(held.part, screen)) return
    asking?.abort()
    const mine = new AbortController()
    asking = mine
    const part = partAround(screen)
    try {
      const page = await readPart({ href, part, signal: mine.signal })
      held = { part, more: page.more }
      known.clear()
      for (const feature of page.features) known.set(feature.id, feature)
      map.getSource<GeoJSONSource>('areas')?.setData(drawnOf(page))
      told.textContent = page.more ? W.more[lang] : ''
    } catch {
      // Of a part that the map has left meanwhile nothing need be said.
      if (!mine.signal.aborted) told.textContent = W.partFailed[lang]
    }
  }
  map.on('moveend', () => void look())
  map.once('styledata', () => void look())
  return { find: (id) => (typeof id === 'string' ? (known.get(id) ?? null) : null) }
}

function screenOf(map: AreaMap): Part {
  const bounds = map.getBounds()
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
}

async function readPart(asked: {
  readonly href: string
  readonly part: Part
  readonly signal: AbortSignal
}): Promise<MapPage> {
  const url = new URL(asked.href)
  url.searchParams.set('box', asked.part.join(','))
  const headers = { accept: 'application/json' }
  const answer = await fetch(url, { headers, signal: asked.signal })
  if (!answer.ok) throw new Error(`outlines answered ${answer.status}`)
  // The Worker's own answer, of the same build.
  return (await answer.json()) as MapPage
}

/** What the library needs of it: shapes, and by which place and in which colour. */
function drawnOf(page: MapPage): GeoJSON.FeatureCollection {
  const features = page.features.map(({ id, geometry, drawn }) => ({
    ...{ type: 'Feature', geometry },
    properties: { id, status: drawn },
  }))
  return { type: 'FeatureCollection', features } as GeoJSON.FeatureCollection
}
