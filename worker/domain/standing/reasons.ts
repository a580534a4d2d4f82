/** What a person can do about a reason; the words stand in `reason-actions`. */
export type ReasonAction =
  | 'rescan'
  | 'scan_the_label'
  | 'report_label'
  | 'return_goods'
  | 'do_not_eat'
  | 'do_not_trade'
  | 'keep_receipt'

type Row = { readonly severity: 'stop' | 'notice'; readonly action: ReasonAction }

const stop = (action: ReasonAction) => ({ severity: 'stop', action }) as const
const notice = (action: ReasonAction) => ({ severity: 'notice', action }) as const

/**
 * Every reason a verdict can give, with its severity, which never changes, and what to do. A reason
 * that is not here does not exist: there is no lenient default.
 */
export const REASONS = {
  // Why a scanned text is not a genuine label; the first that applies is given.
  malformed: notice('rescan'),
  foreign_host: notice('report_label'),
  key_unknown: notice('report_label'),
  signature_invalid: stop('report_label'),
  batch_unknown: notice('report_label'),
  serial_not_issued: notice('report_label'),
  // Also a notice about a label that was issued before its key stopped being trusted.
  key_revoked: notice('report_label'),

  // What stands against buying, selling or using the goods.
  label_void: stop('do_not_trade'),
  label_stolen: stop('do_not_trade'),
  label_recalled: stop('return_goods'),
  batch_recalled: stop('return_goods'),
  batch_expired: stop('return_goods'),
  growing_area_not_active_when_packed: stop('do_not_trade'),
  packing_house_not_active_when_packed: stop('do_not_trade'),
  pre_harvest_interval_breached: stop('do_not_eat'),
  residue_exceeded: stop('do_not_eat'),
  code_use_not_authorised: stop('do_not_trade'),

  // What to know about goods that may be sold and eaten.
  label_lost: notice('keep_receipt'),
  growing_area_suspended: notice('keep_receipt'),
  growing_area_revoked: notice('keep_receipt'),
  growing_area_cancelled: notice('keep_receipt'),
  packing_house_suspended: notice('keep_receipt'),
  packing_house_revoked: notice('keep_receipt'),
  packing_house_cancelled: notice('keep_receipt'),
  copy_suspected: notice('keep_receipt'),
  producer_suspended: notice('keep_receipt'),
  packed_for_export: notice('keep_receipt'),
  code_use_unconfirmed: notice('keep_receipt'),
  code_use_allowed: notice('keep_receipt'),
  interval_overridden: notice('keep_receipt'),

  // What a printed certificate of a code says of the code.
  code_not_active: stop('do_not_trade'),
  code_withdrawn: stop('do_not_trade'),
} as const satisfies Record<string, Row>

export type ReasonCode = keyof typeof REASONS
/** Reasons whose words are made from what is told of them; certificates have words of their own. */
export type WordedReason = Exclude<ReasonCode, 'code_not_active' | 'code_withdrawn'>

/** The row of a reason, by a code that may come from anywhere; throws for one that does not exist. */
export function reasonRow(code: string): Row {
  const row: Row | undefined = Object.hasOwn(REASONS, code)
    ? REASONS[code as ReasonCode]
    : undefined
  if (row === undefined) throw new Error(`no such reason: ${code}`)
  return row
}
