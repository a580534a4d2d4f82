import type { CodeStatus } from '../../domain/standing/types.ts'
import type { ReasonParts } from '../reason-parts.ts'
import { unended } from '../unended.ts'

// Phrases of which sentences about a reason are made, in Simplified Chinese.

const STATUS_WHEN_PACKED: Readonly<Record<CodeStatus, string>> = {
  pending_foreign_approval: '尚待进口国批准',
  active: '未确认为有效',
  suspended: '处于暂停状态',
  revoked: '已被撤销',
  cancelled: '已被注销',
  expired: '已过有效期',
  none: '尚未获批',
}

export const AREA = '种植区注册编号'
export const HOUSE = '包装厂注册编号'

export function on(p: ReasonParts): string {
  return p.since === null ? '' : `于${p.since}`
}

export function from(p: ReasonParts): string {
  return p.since === null ? '' : `自${p.since}起`
}

export function noted(p: ReasonParts): string {
  return p.since === null ? '' : `（${p.since}记录）`
}

export function allowedBy({ allowance }: ReasonParts): string {
  return allowance?.by ?? '主管机构'
}

export function because({ allowance }: ReasonParts): string {
  return allowance === null ? '' : `，理由：“${unended(allowance.reason)}”`
}

export function forMarket(p: ReasonParts): string {
  return p.market === null ? '' : `（${p.market}）`
}

export function withCode(name: string, p: ReasonParts): string {
  return p.codeNo === null ? name : `${name} ${p.codeNo}`
}

export function notActive(name: string, p: ReasonParts): string {
  const since = p.since === null ? '' : `（自${p.since}起）`
  return `包装当日，${withCode(name, p)}${forMarket(p)}${STATUS_WHEN_PACKED[p.status ?? 'active']}${since}。`
}

export function changed(name: string, what: string, p: ReasonParts): string {
  return `该批次包装之后，${withCode(name, p)}${forMarket(p)}${on(p)}${what}。`
}

export function breached({ breach }: ReasonParts): string {
  const risk = '农药残留可能尚未降至食品安全限量以下。'
  if (breach === null) return `采收时农药安全间隔期未满。${risk}`
  return `${breach.sprayedOn}施用${breach.productName}后，安全间隔期为${breach.intervalDays}天；${breach.harvestedOn}采收时间隔期未满。${risk}`
}

export function keyRevoked(p: ReasonParts): string {
  const fact = `签署该标签的密钥已被撤销${p.since === null ? '' : `（自${p.since}起）`}。`
  if (p.severity === null) return fact
  return p.severity === 'notice'
    ? `${fact}该标签在此之前签发，仍为真实标签。`
    : `${fact}该标签并非在此之前签发。`
}
