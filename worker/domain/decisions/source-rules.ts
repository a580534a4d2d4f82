import type { Source, WarningCode } from './types.ts'

type SourceRules = {
  /**
   * What is on record already: the very same decision in every word; one of the same status and day
   * that counts; or one that was ever said, even if it was corrected since.
   */
  readonly same: 'whole' | 'counted' | 'ever_said'
  readonly refusesFarAhead: boolean
  readonly termAfterStart: boolean
  readonly warns: readonly WarningCode[]
}

const ALL = ['future_date', 'earlier_date', 'no_active_time'] as const

/** What differs between those who ask for a decision, and nothing else does. */
export const RULES_OF_SOURCE: Readonly<Record<Source, SourceRules>> = {
  officer: { same: 'whole', refusesFarAhead: true, termAfterStart: false, warns: ALL },
  bulk: { same: 'counted', refusesFarAhead: true, termAfterStart: false, warns: ALL },
  // An old list does not undo a correction, and tells of days long before and after it.
  list: { same: 'ever_said', refusesFarAhead: false, termAfterStart: false, warns: ALL },
  // Whoever grants, re-issues or changes a term has chosen the days for what they are.
  grant: { same: 'counted', refusesFarAhead: true, termAfterStart: true, warns: [] },
  reissue: { same: 'whole', refusesFarAhead: false, termAfterStart: false, warns: [] },
  term: { same: 'counted', refusesFarAhead: false, termAfterStart: true, warns: [] },
}
