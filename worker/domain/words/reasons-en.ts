import type { CodeStatus } from '../standing/types.ts'
import type { ReasonParts, ReasonSentences } from './reason-parts.ts'

const STATUS_WHEN_PACKED: Readonly<Record<CodeStatus, string>> = {
  pending_foreign_approval: 'was still waiting for approval by the importing country',
  active: 'was not confirmed as active',
  suspended: 'was suspended',
  revoked: 'had been revoked',
  cancelled: 'had been cancelled',
  expired: 'had expired',
  none: 'had not been granted',
}

const AREA = 'Growing-area code'
const HOUSE = 'Packing-house code'

/** Why, in English. */
export const REASONS_EN: ReasonSentences = {
  malformed: (p) =>
    p.altered
      ? 'This link is no longer the one on the label: it was altered on its way, so it could not be checked.'
      : 'The scanned code is incomplete or damaged, so it could not be checked.',
  foreign_host: () => 'This code leads to another website, not to this system.',
  key_unknown: () => 'The label is signed with a key that this system does not have.',
  signature_invalid: () => 'The digital signature on the label does not match what the label says.',
  batch_unknown: () => 'The signature is right, but there is no record of the batch on the label.',
  serial_not_issued: () =>
    'The signature is right, but there is no record that a label with this number was issued.',
  key_revoked: keyRevoked,
  label_void: (p) => `This label was voided${on(p)} and is no longer valid.`,
  label_stolen: (p) => `This label is among labels reported stolen${on(p)}.`,
  label_recalled: (p) => recall('The product with this label', p),
  batch_recalled: (p) => recall('This batch', p),
  batch_expired: (p) =>
    p.expiresOn === null
      ? 'This batch is past its expiry date.'
      : `This batch is past its expiry date (${p.expiresOn}).`,
  growing_area_not_active_when_packed: (p) => notActive(AREA, p),
  packing_house_not_active_when_packed: (p) => notActive(HOUSE, p),
  pre_harvest_interval_breached: breached,
  code_use_not_authorised: (p) =>
    `This batch uses ${p.codeNo === null ? 'a code' : `code ${p.codeNo}`} without authorisation${forMarket(p)}${noted(p)}.`,
  label_lost: (p) => `This label is among labels reported lost${on(p)}.`,
  growing_area_suspended: (p) => changed(AREA, 'was suspended', p),
  growing_area_revoked: (p) => changed(AREA, 'was revoked', p),
  growing_area_cancelled: (p) => changed(AREA, 'was cancelled', p),
  packing_house_suspended: (p) => changed(HOUSE, 'was suspended', p),
  packing_house_revoked: (p) => changed(HOUSE, 'was revoked', p),
  packing_house_cancelled: (p) => changed(HOUSE, 'was cancelled', p),
  copy_suspected: (p) => `There are signs that this label has been copied${noted(p)}.`,
  producer_suspended: (p) =>
    p.since === null
      ? 'The producer of this batch is suspended.'
      : `The producer of this batch has been suspended since ${p.since}.`,
  packed_for_export: () => 'This batch was packed for export, not for sale in Vietnam.',
  code_use_unconfirmed: (p) =>
    `There is no confirmation that the holder of ${p.codeNo === null ? 'the code' : `code ${p.codeNo}`} let this batch use it.`,
  code_use_allowed: (p) =>
    `${allowedBy(p)} allowed this batch to use ${p.codeNo === null ? 'the code' : `code ${p.codeNo}`}${on(p)}${because(p)}.`,
  interval_overridden: (p) =>
    `Harvested before the pre-harvest interval had passed; ${allowedBy(p)} allowed its sale${on(p)}${because(p)}.`,
  document: (documentNo) => `Document no. ${documentNo}.`,
  quotation: (wording) => `Published wording: “${wording}”`,
}

function on(p: ReasonParts): string {
  return p.since === null ? '' : ` on ${p.since}`
}

function noted(p: ReasonParts): string {
  return p.since === null ? '' : ` (noted on ${p.since})`
}

function allowedBy({ allowance }: ReasonParts): string {
  return allowance?.by ?? 'The authority'
}

function because({ allowance }: ReasonParts): string {
  return allowance === null ? '' : `, giving the reason: “${allowance.reason}”`
}

function forMarket(p: ReasonParts): string {
  return p.market === null ? '' : ` for ${p.market}`
}

function withCode(name: string, p: ReasonParts): string {
  return p.codeNo === null ? name : `${name} ${p.codeNo}`
}

function recall(what: string, p: ReasonParts): string {
  return p.since === null
    ? `${what} is being recalled.`
    : `${what} has been under recall since ${p.since}.`
}

function notActive(name: string, p: ReasonParts): string {
  const status = STATUS_WHEN_PACKED[p.status ?? 'active']
  const since = p.since === null ? '' : ` (since ${p.since})`
  const subject = withCode(name, p)
  return `On the packing day, ${subject.charAt(0).toLowerCase()}${subject.slice(1)} ${status}${forMarket(p)}${since}.`
}

function changed(name: string, what: string, p: ReasonParts): string {
  return `${withCode(name, p)} ${what}${forMarket(p)}${on(p)}, after this batch was packed.`
}

function breached({ breach }: ReasonParts): string {
  const risk = 'Residues may not yet have fallen to the food safety limit.'
  if (breach === null) {
    return `Harvested before the pre-harvest interval of a pesticide had passed. ${risk}`
  }
  return `Harvested on ${breach.harvestedOn}, before the ${breach.intervalDays}-day pre-harvest interval after ${breach.productName} was sprayed on ${breach.sprayedOn} had passed. ${risk}`
}

function keyRevoked(p: ReasonParts): string {
  const fact = `The key that signed this label has been revoked${p.since === null ? '' : ` as from ${p.since}`}.`
  if (p.severity === null) return fact
  return p.severity === 'notice'
    ? `${fact} The label was issued earlier and is still genuine.`
    : `${fact} This label was not issued before then.`
}
