import { type BoundaryRefusal, refuseBoundary } from './boundary-problem.ts'
import { meridiansOf, meridianText } from './central-meridians.ts'
import {
  type CoordinateSystem,
  coordinateSystem,
  tm3System,
  WGS84_EPSG,
} from './coordinate-systems.ts'
import type { RawParts } from './raw-parts.ts'
import { isInMetres } from './to-wgs84.ts'

/**
 * The system positions are in: as the file says, as was chosen, or WGS 84 for degrees. Metres that
 * nobody named are VN-2000 of the place's province; a province made of several that counted from
 * different meridians is asked which.
 */
export function systemFor(
  raw: Extract<RawParts, { ok: true }>,
  options: { readonly epsg?: number | null; readonly provinceCode?: string | null },
): CoordinateSystem | BoundaryRefusal {
  if (raw.system !== null) return raw.system
  const chosen = coordinateSystem(options.epsg ?? 0)
  if (chosen !== null) return chosen
  const wgs84 = coordinateSystem(WGS84_EPSG)
  if (wgs84 !== null && !isInMetres(raw.parts)) return wgs84
  const candidates = meridiansOf(options.provinceCode ?? null)
  const meridians = new Set(candidates.map(({ meridian }) => meridian))
  const [only] = meridians
  const system = meridians.size === 1 && only !== undefined ? tm3System(only) : null
  if (system !== null) return system
  if (candidates.length === 0) return refuseBoundary('metres')
  const where = candidates
    .map(({ province, meridian }) => `${meridianText(meridian)} (${province})`)
    .join(', ')
  return refuseBoundary('which_meridian', { where })
}
