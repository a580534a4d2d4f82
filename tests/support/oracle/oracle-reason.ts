/** Stands where the text fixes no value: nothing is compared there. */
export const UNSAID = 'unsaid'

export type OracleReason = {
  readonly code: string
  readonly severity: 'stop' | 'notice'
  readonly since: string | null
  readonly market: string | null
  readonly recordedAt: number | null | typeof UNSAID
}

/** For a reason that holds everywhere and whose day the text does not name. */
export const WITHOUT_A_DAY = { since: UNSAID, market: null, recordedAt: UNSAID } as const

const STOPS = [
  'residue_exceeded',
  'label_void',
  'label_stolen',
  'label_recalled',
  'batch_recalled',
  'batch_expired',
  'growing_area_not_active_when_packed',
  'packing_house_not_active_when_packed',
  'pre_harvest_interval_breached',
  'code_use_not_authorised',
]

const NOTICES = [
  'label_lost',
  'growing_area_suspended',
  'growing_area_revoked',
  'packing_house_suspended',
  'packing_house_revoked',
  'copy_suspected',
  'growing_area_cancelled',
  'packing_house_cancelled',
  'producer_suspended',
  'packed_for_export',
  'code_use_unconfirmed',
  'code_use_allowed',
  'interval_overridden',
  'key_revoked',
]

/** A reason with the severity that section 4 lists it under. */
export function reasonOf(
  code: string,
  rest: Pick<OracleReason, 'since' | 'market' | 'recordedAt'>,
): OracleReason {
  if (STOPS.includes(code)) return { code, severity: 'stop', ...rest }
  if (NOTICES.includes(code)) return { code, severity: 'notice', ...rest }
  throw new Error(`section 4 lists no reason ${code}`)
}
