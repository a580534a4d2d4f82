import type { Part } from './boundary.ts'
import type { BoundaryRefusal } from './boundary-problem.ts'
import type { CoordinateSystem } from './coordinate-systems.ts'

/** What a file holds before it is checked as a boundary. */
export type RawParts =
  | {
      readonly ok: true
      readonly parts: readonly Part[]
      /** Shapes without a corner that were passed over. */
      readonly empty: number
      /** Points and lines that were passed over. */
      readonly others: number
      /** The system the file says it is in; null where it does not say. */
      readonly system: CoordinateSystem | null
    }
  | BoundaryRefusal
