import type { LocalText } from '../text.ts'
import { reasonText } from '../words/reasons.ts'
import type { CodeStatus, Market, PreHarvestBreach, Reason } from './types.ts'

const STOPS: ReadonlySet<string> = new Set([
  'signature_invalid',
  'label_void',
  'label_stolen',
  'label_recalled',
  'batch_recalled',
  'batch_expired',
  'growing_area_not_active_when_packed',
  'packing_house_not_active_when_packed',
  'pre_harvest_interval_breached',
  'code_use_not_authorised',
])

/** A reason with its fixed severity and its words. What is not given is unknown. */
export function makeReason(input: {
  code: string
  since?: string | null
  until?: string | null
  market?: Market | null
  recordedAt?: number | null
  codeNo?: string | null
  status?: CodeStatus | null
  documentNo?: string | null
  wording?: LocalText | null
  breach?: PreHarvestBreach | null
  /** Words of the other meaning of a reason that has two (`key_revoked`); its severity stays. */
  wordedAs?: 'stop' | 'notice'
}): Reason {
  const since = input.since ?? null
  const market = input.market ?? null
  const severity = STOPS.has(input.code) ? 'stop' : 'notice'
  return {
    code: input.code,
    severity,
    since,
    until: input.until ?? null,
    market,
    recordedAt: input.recordedAt ?? null,
    documentNo: input.documentNo ?? null,
    text: reasonText({
      code: input.code,
      severity: input.wordedAs ?? severity,
      since,
      market,
      codeNo: input.codeNo ?? null,
      status: input.status ?? null,
      documentNo: input.documentNo ?? null,
      wording: input.wording ?? null,
      breach: input.breach ?? null,
    }),
  }
}
