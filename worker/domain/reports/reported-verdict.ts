import type { Authenticity, Standing } from '../standing/types.ts'

/** What the label said at the moment it was reported; kept, because it may say something else later. */
export type ReportedVerdict = {
  /** Null for a typed code, which proves no label. */
  readonly authenticity: Authenticity | null
  readonly standing: Standing | null
  /** Codes of its reasons, worst first. */
  readonly reasons: readonly string[]
}
