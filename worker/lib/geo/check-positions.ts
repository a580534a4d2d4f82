import type { Part, Position } from './boundary.ts'
import { type BoundaryRefusal, refuseBoundary } from './boundary-problem.ts'
import { VIETNAM_BOX } from './limits.ts'

/** Refuses positions outside Viet Nam, and says so where they look swapped or given in metres. */
export function checkPositions(parts: readonly Part[]): BoundaryRefusal | null {
  for (const part of parts) {
    for (const ring of part) {
      for (const position of ring) {
        const wrong = checkPosition(position)
        if (wrong !== null) return wrong
      }
    }
  }
  return null
}

function checkPosition([lng, lat]: Position): BoundaryRefusal | null {
  if (isInVietnam(lng, lat)) return null
  const where = `${lat}, ${lng}`
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) return refuseBoundary('bad_number', { where })
  if (isInVietnam(lat, lng)) return refuseBoundary('swapped')
  // VN-2000 and UTM count metres: some hundred thousand east, one to three million north.
  if (Math.abs(lng) > 1_000 || Math.abs(lat) > 1_000) return refuseBoundary('metres')
  return refuseBoundary('outside_vietnam', { where })
}

function isInVietnam(lng: number, lat: number): boolean {
  const { minLng, minLat, maxLng, maxLat } = VIETNAM_BOX
  return lng >= minLng && lng <= maxLng && lat >= minLat && lat <= maxLat
}
