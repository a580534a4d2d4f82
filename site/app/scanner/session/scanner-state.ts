import type { Alteration } from '../../../../worker/domain/label/alteration-of.ts'
import type { ForeignCode } from '../../../../worker/domain/label/foreign-code.ts'
import type { RegisterBatch } from '../../../../worker/domain/scan-register/scan-register.ts'
import type { ShownLabel } from '../judge/shown-label.ts'
import type { RefreshOutcome } from '../keep/refresh-sources.ts'
import type { KeptCheck } from '../keep/scan-store.ts'
import type { OpenSources } from './open-sources.ts'

/** What was scanned or typed last, and what is said of it. */
export type Shown =
  | { readonly kind: 'working' }
  | {
      readonly kind: 'label'
      readonly text: string
      readonly label: ShownLabel
      readonly checkedAt: number
      /** When the very same label was scanned before in this round. */
      readonly againAt: number | null
      /** Other codes beside it, which are not ours. */
      readonly beside: readonly string[]
    }
  | { readonly kind: 'ref'; readonly ref: string; readonly batch: RegisterBatch | null }
  | { readonly kind: 'altered'; readonly how: Alteration }
  | { readonly kind: 'foreign'; readonly foreign: ForeignCode }
  | { readonly kind: 'own_page' | 'unreadable' }

export type ScannerState = {
  readonly sources: OpenSources | null
  readonly shown: Shown | null
  /** Of this round, in the order they were made. */
  readonly checks: readonly KeptCheck[]
  readonly isRefreshing: boolean
  readonly refreshed: RefreshOutcome | null
  /** All that is needed without a network was fetched just now. */
  readonly isPrepared: boolean
  /** There was no room on the device. */
  readonly isFull: boolean
}

export const NO_SCANNER: ScannerState = {
  sources: null,
  shown: null,
  checks: [],
  isRefreshing: false,
  refreshed: null,
  isPrepared: false,
  isFull: false,
}
