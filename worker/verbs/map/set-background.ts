import * as z from 'zod'
import { MAP_REFUSALS as R } from '../../copy/refusals/map.ts'
import { drawableLayers, type MapBackground } from '../../domain/sites/map-background.ts'
import type { ArchiveFacts } from '../../lib/tiles/read-archive.ts'
import type { Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { storeBackground } from './store-background.ts'

/** An archive that was read and lies where the map can have it. */
export type GivenBackground = Pick<MapBackground, 'version' | 'url' | 'bytes'> & {
  readonly facts: ArchiveFacts
  /** Said instead of what the archive says; null for that. */
  readonly attribution: string | null
}

const attributionInput = z.object({ attribution: lineField(200) })

/** The mainland, its sea and the islands to Trường Sa, generously. */
const VIET_NAM = { west: 101, south: 6, east: 118, north: 24.5 }

/** Draws the map upon an archive from now on, in the place of the one before. */
export async function setBackground({ ctx, input }: Call<GivenBackground>): Promise<MapBackground> {
  requireAny(ctx, 'organisations.write')
  const { facts, version, url, bytes } = input
  const { attribution } = parseInput(attributionInput, {
    attribution: input.attribution ?? facts.attribution,
  })
  const layers = drawableLayers(facts.layers)
  if (facts.tiles === 'vector' && layers.length === 0) throw refused(R.noLayers)
  const [west, south, east, north] = facts.box
  const { west: from, south: bottom, east: to, north: top } = VIET_NAM
  if (west > to || east < from || south > top || north < bottom) throw refused(R.elsewhere)
  const { tiles, box, minZoom, maxZoom } = facts
  const archive = { version, url, tiles, layers, attribution, box, minZoom, maxZoom, bytes }
  await storeBackground(ctx, archive)
  return archive
}

function refused(text: (typeof R)[keyof typeof R]) {
  return invalidField('archive', text)
}
