import type { CodeStatus } from '../../domain/standing/types.ts'
import type { ReasonParts } from '../reason-parts.ts'
import { unended } from '../unended.ts'

// Phrases of which sentences about a reason are made, in English.

const STATUS_WHEN_PACKED: Readonly<Record<CodeStatus, string>> = {
  pending_foreign_approval: 'was still waiting for approval by the importing country',
  active: 'was not confirmed as active',
  suspended: 'was suspended',
  revoked: 'had been revoked',
  cancelled: 'had been cancelled',
  expired: 'had expired',
  none: 'had not been granted',
}

export const AREA = 'Growing-area code'
export const HOUSE = 'Packing-house code'

export function on(p: ReasonParts): string {
  return p.since === null ? '' : ` on ${p.since}`
}

export function noted(p: ReasonParts): string {
  return p.since === null ? '' : ` (noted on ${p.since})`
}

export function allowedBy({ allowance }: ReasonParts): string {
  return allowance?.by ?? 'The authority'
}

export function because({ allowance }: ReasonParts): string {
  return allowance === null ? '' : `, giving the reason: “${unended(allowance.reason)}”`
}

export function forMarket(p: ReasonParts): string {
  return p.market === null ? '' : ` for ${p.market}`
}

export function withCode(name: string, p: ReasonParts): string {
  return p.codeNo === null ? name : `${name} ${p.codeNo}`
}

export function recall(what: string, p: ReasonParts): string {
  return p.since === null
    ? `${what} is being recalled.`
    : `${what} has been under recall since ${p.since}.`
}

export function notActive(name: string, p: ReasonParts): string {
  const status = STATUS_WHEN_PACKED[p.status ?? 'active']
  const since = p.since === null ? '' : ` (since ${p.since})`
  const subject = withCode(name, p)
  return `On the packing day, ${subject.charAt(0).toLowerCase()}${subject.slice(1)} ${status}${forMarket(p)}${since}.`
}

export function changed(name: string, what: string, p: ReasonParts): string {
  return `${withCode(name, p)} ${what}${forMarket(p)}${on(p)}, after this batch was packed.`
}

export function breached({ breach }: ReasonParts): string {
  const risk = 'Residues may not yet have fallen to the food safety limit.'
  if (breach === null) {
    return `Harvested before the pre-harvest interval of a pesticide had passed. ${risk}`
  }
  return `Harvested on ${breach.harvestedOn}, before the ${breach.intervalDays}-day pre-harvest interval after ${breach.productName} was sprayed on ${breach.sprayedOn} had passed. ${risk}`
}

export function keyRevoked(p: ReasonParts): string {
  const fact = `The key that signed this label has been revoked${p.since === null ? '' : ` as from ${p.since}`}.`
  if (p.severity === null) return fact
  return p.severity === 'notice'
    ? `${fact} The label was issued earlier and is still genuine.`
    : `${fact} This label was not issued before then.`
}
