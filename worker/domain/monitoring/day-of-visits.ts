import type { LatLng } from '../../lib/geo/distance-km.ts'
import type { KitVisit } from './kit-visit.ts'

/** What somebody takes along for a day's visits, counted. */
export function whatToBring(visits: readonly KitVisit[]): {
  /** Forms of minutes, one a visit. */
  readonly forms: number
  /** Findings whose putting right is looked at. */
  readonly findings: number
  /** Papers whose holder is asked for newer ones; one of several places of a holder once. */
  readonly papers: number
} {
  const papers = visits.flatMap(({ holder, papers: own }) =>
    own.map(({ kind, number, expiresOn }) => JSON.stringify([holder, kind, number, expiresOn])),
  )
  return {
    forms: visits.length,
    findings: visits.reduce((sum, { findings }) => sum + findings.length, 0),
    papers: new Set(papers).size,
  }
}

/** An address that the telephone's own map opens, without a network too (RFC 5870). */
export function geoUri({ lat, lng }: LatLng): string {
  return `geo:${lat},${lng}?q=${lat},${lng}`
}
