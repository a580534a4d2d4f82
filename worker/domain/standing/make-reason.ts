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
}): Reason {
  const since = input.since ?? null
  const market = input.market ?? null
  return {
    code: input.code,
    severity: STOPS.has(input.code) ? 'stop' : 'notice',
    since,
    until: input.until ?? null,
    market,
    recordedAt: input.recordedAt ?? null,
    text: reasonText({
      code: input.code,
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
