/** Why a scanned text is not a genuine label; the first that applies is given. */
export const AUTHENTICITY_REASONS = [
  'malformed',
  'foreign_host',
  'key_unknown',
  'signature_invalid',
  'batch_unknown',
  'serial_not_issued',
  'key_revoked',
] as const

/** What stands against buying, selling or using the goods. */
export const STOP_REASONS = [
  'label_void',
  'label_stolen',
  'label_recalled',
  'batch_recalled',
  'batch_expired',
  'growing_area_not_active_when_packed',
  'packing_house_not_active_when_packed',
  'pre_harvest_interval_breached',
  'code_use_not_authorised',
] as const

/** What to know about goods that may be sold and eaten. `key_revoked` is here as well as above. */
export const NOTICE_REASONS = [
  'label_lost',
  'growing_area_suspended',
  'growing_area_revoked',
  'growing_area_cancelled',
  'growing_area_expired',
  'packing_house_suspended',
  'packing_house_revoked',
  'packing_house_cancelled',
  'packing_house_expired',
  'copy_suspected',
  'producer_suspended',
  'packed_for_export',
  'key_revoked',
] as const

export type KnownReasonCode =
  | (typeof AUTHENTICITY_REASONS)[number]
  | (typeof STOP_REASONS)[number]
  | (typeof NOTICE_REASONS)[number]

const KNOWN: ReadonlySet<string> = new Set([
  ...AUTHENTICITY_REASONS,
  ...STOP_REASONS,
  ...NOTICE_REASONS,
])

/** True for a code this catalogue has words for; reasons may be added elsewhere first. */
export function isKnownReasonCode(code: string): code is KnownReasonCode {
  return KNOWN.has(code)
}
