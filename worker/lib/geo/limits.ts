import type { Box } from './boundary.ts'

/** What a boundary file may at most hold; a commune's own border has some thousand corners. */
export const BOUNDARY_LIMITS = {
  maxBytes: 5 * 1024 * 1024,
  maxVertices: 20_000,
  maxParts: 200,
  /** Outer rings and holes. */
  maxRings: 1_000,
  /** Lists and objects of a GeoJSON, and members of both, before it is taken apart. */
  maxJsonLists: 200_000,
  maxJsonMembers: 500_000,
  /** A line of a list of corner points, a height and a name with it. */
  maxLineLength: 500,
  /** Elements and depth of a KML: far above what drawing programs write. */
  maxElements: 100_000,
  maxDepth: 64,
  /** Degrees from side to side; wider than any province's growing area. */
  maxExtent: 3,
} as const

/** The mainland, its sea and the islands to Trường Sa, generously. */
export const VIETNAM_BOX: Box = { minLng: 102, minLat: 6, maxLng: 118, maxLat: 23.6 }
