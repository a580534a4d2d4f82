import type { Database } from '../../../db/client.ts'
import type { ParsedLabel } from '../../domain/label/parse-label.ts'
import type {
  Authenticity,
  Reason,
  SiteKind,
  StandingDecision,
} from '../../domain/standing/types.ts'
import type { FactsCache } from '../../platform/facts-cache.ts'
import type { BatchFacts } from './batch-facts.ts'
import type { KeyRing } from './key-ring.ts'

export type ScanCount = { readonly count: number; readonly firstOn: string | null }

/** What there is to say about a scanned label or a typed code, before it is put into words. */
export type Resolution =
  | {
      readonly kind: 'not_genuine'
      readonly authenticity: Exclude<Authenticity, 'genuine'>
      readonly reason: Reason
      /** True for a text that must have been a label once. */
      readonly altered?: boolean
      readonly checkedAt: number
    }
  | {
      readonly kind: 'batch'
      /** Null for a typed code, which proves no label. */
      readonly label: ParsedLabel | null
      readonly jws: string | null
      readonly facts: BatchFacts
      readonly decision: StandingDecision
      /** True for a unit's label with a PIN under a scratch layer. */
      readonly hasPin: boolean
      readonly scans: ScanCount | null
      readonly today: string
      readonly checkedAt: number
      readonly asOf: number
      readonly stale: boolean
    }
  | {
      /** A genuine printed certificate of a code. */
      readonly kind: 'certificate'
      readonly label: ParsedLabel
      readonly jws: string | null
      readonly code: string
      /** What the code is of, as labels tell it. */
      readonly slot: SiteKind
      /** When it was first issued under its key. */
      readonly issuedAt: number
      readonly decision: StandingDecision
      readonly today: string
      readonly checkedAt: number
      readonly asOf: number
      readonly stale: boolean
    }

/** What resolving needs; `db` is called only when something must be read. */
export type ScanDeps = {
  readonly db: () => Database
  readonly now: () => number
  readonly cache: FactsCache
  readonly keys: KeyRing
  readonly waitUntil: (work: Promise<unknown>) => void
}
