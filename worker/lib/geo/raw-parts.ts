import type { Part } from './boundary.ts'
import type { BoundaryRefusal } from './boundary-problem.ts'

/** What a file holds before it is checked as a boundary. */
export type RawParts = { readonly ok: true; readonly parts: readonly Part[] } | BoundaryRefusal
