import { reasonSentence, reasonText } from '../../copy/reasons.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { REASONS, type WordedReason } from './reasons.ts'
import type {
  Allowance,
  CodeStatus,
  Market,
  PreHarvestBreach,
  Reason,
  UseObjection,
} from './types.ts'

/** A reason with its fixed severity and its words. What is not given is unknown. */
export function makeReason(input: {
  code: WordedReason
  since?: string | null
  until?: string | null
  market?: Market | null
  recordedAt?: number | null
  codeNo?: string | null
  status?: CodeStatus | null
  documentNo?: string | null
  wording?: LocalText | null
  breach?: PreHarvestBreach | null
  allowance?: Allowance | null
  objection?: UseObjection | null
  altered?: boolean
  /** Found by counting who opens the label. */
  counted?: boolean
  /** The last day of use, of goods past it. */
  expiresOn?: string | null
  /** Words of the other meaning of a reason that has two (`key_revoked`); its severity stays. */
  wordedAs?: 'stop' | 'notice'
  /** Whose word it is, where that stands with it. */
  by?: string | null
}): Reason {
  const since = input.since ?? null
  const market = input.market ?? null
  const { severity } = REASONS[input.code]
  const documentNo = input.documentNo ?? null
  const wording = input.wording ?? null
  const told = {
    code: input.code,
    severity: input.wordedAs ?? severity,
    since,
    market,
    codeNo: input.codeNo ?? null,
    status: input.status ?? null,
    documentNo,
    wording,
    breach: input.breach ?? null,
    allowance: input.allowance ?? null,
    objection: input.objection ?? null,
    altered: input.altered ?? false,
    counted: input.counted ?? false,
    expiresOn: input.expiresOn ?? null,
  }
  return {
    code: input.code,
    severity,
    since,
    until: input.until ?? null,
    market,
    recordedAt: input.recordedAt ?? null,
    documentNo,
    text: reasonText(told),
    decision: { sentence: reasonSentence(told), wording, by: input.by ?? null },
  }
}
