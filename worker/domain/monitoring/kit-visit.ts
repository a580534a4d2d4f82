import type { LatLng } from '../../lib/geo/distance-km.ts'
import type { CertificationKind } from '../certifications/kinds.ts'
import type { InspectionOutcome } from '../inspections/kinds.ts'
import type { VisitKind } from './kinds.ts'

/** A visit as whoever makes it needs it on the way, with or without a network. */
export type KitVisit = {
  readonly id: string
  readonly kind: VisitKind
  readonly plannedOn: string
  readonly dueOn: string
  readonly siteId: string
  readonly site: string
  readonly holder: string
  readonly hamlet: string | null
  readonly commune: string | null
  /** Codes that stand, as printed. */
  readonly codes: readonly string[]
  readonly crops: readonly string[]
  readonly point: LatLng | null
  /** When somebody last checked; null where nobody has. */
  readonly lastCheckOn: string | null
  /** What its minutes are, where they are kept elsewhere; null where nobody said. */
  readonly lastMinutes: string | null
  /** What its minutes concluded, where they are kept here; not there in a kit of before. */
  readonly lastOutcome?: InspectionOutcome | null
  /** What was found wrong and is not closed, the longest due first. */
  readonly findings: readonly KitFinding[]
  /** Certifications of the holder that run out soon, or have. */
  readonly papers: readonly KitPaper[]
}

export type KitFinding = {
  readonly id: string
  readonly text: string
  readonly action: string | null
  readonly dueOn: string | null
}

export type KitPaper = {
  readonly kind: CertificationKind
  readonly number: string | null
  readonly expiresOn: string
}
