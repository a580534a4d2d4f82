import { readLastBackground } from '../../../db/queries/map-background.ts'
import type { MapBackground } from '../../domain/sites/map-background.ts'
import type { Reading } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'

/** What the map is drawn upon; null where outlines stand alone. */
export async function readBackground(ctx: Reading): Promise<MapBackground | null> {
  requireAny(ctx, 'sites.read')
  return (await readLastBackground(ctx.db))?.archive ?? null
}
