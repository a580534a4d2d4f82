import type { LocalText } from '../../lib/text/local-text.ts'
import type { CalendarDate } from '../../lib/time/calendar-date.ts'
import type { CodeStatus } from '../standing/types.ts'

/** A decision on a code in one market, as the register keeps it: append-only. */
export type RecordedDecision = {
  readonly id: string
  readonly market: string
  readonly status: CodeStatus
  readonly effectiveOn: string
  readonly recordedAt: number
  readonly reason: string | null
  readonly documentNo: string | null
  /** JSON text of {vi,en,zh}. */
  readonly wording: string | null
  /** The decision it corrects, which counts no more. */
  readonly amendsId: string | null
  /** By the closed list of reasons, or {@link IMPORT_UNDONE}. */
  readonly reasonCode: string | null
  /** True for the end of a term, foreseen with it: a new term takes its place. */
  readonly endsTerm: boolean
  /** The import or list that recorded it; left out of what is not on record yet. */
  readonly importId?: string | null
}

/** What was ever decided on a code in one market, in the order recorded. */
export type History = {
  readonly code: string
  readonly market: string
  readonly events: readonly RecordedDecision[]
}

/** What is to be written: a decision without what the writer adds (id, code, market, instant). */
export type Said = Pick<
  RecordedDecision,
  'effectiveOn' | 'reason' | 'documentNo' | 'wording' | 'amendsId' | 'reasonCode' | 'endsTerm'
> & { readonly status: CodeStatus }

/** Who asks, which settles what is the same, how far ahead a day may lie and what is warned of. */
export type Source = 'officer' | 'bulk' | 'list' | 'grant' | 'reissue' | 'term'

export type AskedDecision = Said & {
  readonly kind: 'decision'
  readonly source: Source
  readonly effectiveOn: CalendarDate
  /** The last decision the asker has seen, null for none; left out where nobody looked. */
  readonly seen?: string | null | undefined
}

/** An import is undone: what it decided is to count no more. */
export type AskedTakeBack = {
  readonly kind: 'take_back'
  readonly decisionId: string
  readonly importId: string
}

export type Asked = AskedDecision | AskedTakeBack

export type RefusalCode =
  | 'no_status'
  | 'far_ahead'
  | 'term_before_start'
  | 'violation_for_active'
  | 'decided_meanwhile'
  | 'amends_unknown'
  | 'amends_corrected'
  | 'corrected_since'
  | 'final'
  | 'final_needs_mistake'
  | 'final_before_return'
  | 'ends_before_successor'
  | 'nothing_to_end'

export type WarningCode = 'future_date' | 'earlier_date' | 'no_active_time'

/** Something to tell whoever asked: by its code, and in words. */
export type Told<Code extends string> = { readonly code: Code; readonly text: LocalText }

/** What becomes of what was asked. */
export type Ruling =
  | { readonly kind: 'record'; readonly said: Said }
  /** Recorded once it was confirmed, where the asker can be asked. */
  | { readonly kind: 'warn'; readonly said: Said; readonly warnings: readonly Told<WarningCode>[] }
  /** It is on record already. */
  | { readonly kind: 'same'; readonly decisionId: string }
  | { readonly kind: 'refuse'; readonly refusal: Told<RefusalCode> }
