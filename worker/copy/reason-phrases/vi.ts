import type { CodeStatus } from '../../domain/standing/types.ts'
import type { ReasonParts } from '../reason-parts.ts'
import { unended } from '../unended.ts'

// Phrases of which sentences about a reason are made, in Vietnamese.

const STATUS_WHEN_PACKED: Readonly<Record<CodeStatus, string>> = {
  pending_foreign_approval: 'còn chờ nước nhập khẩu chấp thuận',
  active: 'chưa được xác nhận là đang hoạt động',
  suspended: 'đã bị tạm dừng',
  revoked: 'đã bị thu hồi',
  cancelled: 'đã bị hủy',
  expired: 'đã hết hiệu lực',
  none: 'chưa được cấp',
}

export const AREA = 'Mã số vùng trồng'
export const HOUSE = 'Mã số cơ sở đóng gói'

export function on(p: ReasonParts): string {
  return p.since === null ? '' : ` ngày ${p.since}`
}

export function from(p: ReasonParts): string {
  return p.since === null ? '' : ` từ ngày ${p.since}`
}

export function noted(p: ReasonParts): string {
  return p.since === null ? '' : ` (ghi nhận ngày ${p.since})`
}

export function allowedBy({ allowance }: ReasonParts): string {
  return allowance?.by ?? 'Cơ quan quản lý'
}

export function because({ allowance }: ReasonParts): string {
  return allowance === null ? '' : `, với lý do: “${unended(allowance.reason)}”`
}

export function forMarket(p: ReasonParts): string {
  return p.market === null ? '' : ` cho ${p.market}`
}

export function withCode(name: string, p: ReasonParts): string {
  return p.codeNo === null ? name : `${name} ${p.codeNo}`
}

export function notActive(name: string, p: ReasonParts): string {
  const status = STATUS_WHEN_PACKED[p.status ?? 'active']
  const since = p.since === null ? '' : ` (từ ngày ${p.since})`
  const subject = withCode(name, p)
  return `Vào ngày đóng gói, ${subject.charAt(0).toLowerCase()}${subject.slice(1)} ${status}${forMarket(p)}${since}.`
}

export function changed(name: string, what: string, p: ReasonParts): string {
  return `${withCode(name, p)} ${what}${forMarket(p)}${from(p)}, sau khi lô hàng này đã đóng gói.`
}

export function breached({ breach }: ReasonParts): string {
  const risk = 'Dư lượng thuốc có thể chưa về mức an toàn thực phẩm.'
  if (breach === null) {
    return `Thu hoạch khi chưa hết thời gian cách ly sau phun thuốc bảo vệ thực vật. ${risk}`
  }
  return `Thu hoạch ngày ${breach.harvestedOn}, khi chưa đủ ${breach.intervalDays} ngày cách ly kể từ lần phun ${breach.productName} ngày ${breach.sprayedOn}. ${risk}`
}

export function keyRevoked(p: ReasonParts): string {
  const fact = `Khóa dùng để ký tem này đã bị thu hồi${p.since === null ? '' : `, tính từ ngày ${p.since}`}.`
  if (p.severity === null) return fact
  return p.severity === 'notice'
    ? `${fact} Tem được phát hành trước đó nên vẫn là tem thật.`
    : `${fact} Tem này không được phát hành trước thời điểm đó.`
}
