import type { CodeStatus } from '../standing/types.ts'
import type { ReasonParts, ReasonSentences } from './reason-parts.ts'

const STATUS_WHEN_PACKED: Readonly<Record<CodeStatus, string>> = {
  pending_foreign_approval: 'còn chờ nước nhập khẩu chấp thuận',
  active: 'chưa được xác nhận là đang hoạt động',
  suspended: 'đã bị tạm dừng',
  revoked: 'đã bị thu hồi',
  cancelled: 'đã bị hủy',
  expired: 'đã hết hiệu lực',
  none: 'chưa được cấp',
}

const AREA = 'Mã số vùng trồng'
const HOUSE = 'Mã số cơ sở đóng gói'

/** Why, in Vietnamese. */
export const REASONS_VI: ReasonSentences = {
  malformed: (p) =>
    p.altered
      ? 'Liên kết này không còn đúng như trên tem: đã bị thay đổi khi gửi hoặc sao chép nên không kiểm tra được.'
      : 'Mã quét được bị thiếu hoặc bị hỏng nên chưa kiểm tra được.',
  foreign_host: () => 'Mã này dẫn tới một trang khác, không phải trang của hệ thống này.',
  key_unknown: () => 'Tem được ký bằng một khóa mà hệ thống này không có.',
  signature_invalid: () => 'Chữ ký điện tử trên tem không khớp với nội dung in trên tem.',
  batch_unknown: () => 'Chữ ký hợp lệ, nhưng hệ thống không có thông tin về lô hàng ghi trên tem.',
  serial_not_issued: () =>
    'Chữ ký hợp lệ, nhưng hệ thống không ghi nhận đã phát hành tem mang số này.',
  key_revoked: keyRevoked,
  label_void: (p) => `Tem này đã bị hủy${on(p)} và không còn hiệu lực.`,
  label_stolen: (p) => `Tem này nằm trong số tem được báo mất trộm${on(p)}.`,
  label_recalled: (p) => `Sản phẩm mang tem này đang bị thu hồi${from(p)}.`,
  batch_recalled: (p) => `Lô hàng này đang bị thu hồi${from(p)}.`,
  batch_expired: (p) =>
    p.expiresOn === null
      ? 'Lô hàng đã quá hạn sử dụng.'
      : `Lô hàng đã quá hạn sử dụng (hạn dùng đến hết ngày ${p.expiresOn}).`,
  growing_area_not_active_when_packed: (p) => notActive(AREA, p),
  packing_house_not_active_when_packed: (p) => notActive(HOUSE, p),
  pre_harvest_interval_breached: breached,
  code_use_not_authorised: (p) =>
    `Lô hàng dùng ${p.codeNo === null ? 'một mã số' : `mã số ${p.codeNo}`} khi chưa được phép${forMarket(p)}${noted(p)}.`,
  label_lost: (p) => `Tem này nằm trong số tem được báo thất lạc${on(p)}.`,
  growing_area_suspended: (p) => changed(AREA, 'bị tạm dừng', p),
  growing_area_revoked: (p) => changed(AREA, 'bị thu hồi', p),
  growing_area_cancelled: (p) => changed(AREA, 'bị hủy', p),
  packing_house_suspended: (p) => changed(HOUSE, 'bị tạm dừng', p),
  packing_house_revoked: (p) => changed(HOUSE, 'bị thu hồi', p),
  packing_house_cancelled: (p) => changed(HOUSE, 'bị hủy', p),
  copy_suspected: (p) => `Có dấu hiệu tem này bị sao chép${noted(p)}.`,
  producer_suspended: (p) => `Đơn vị sản xuất lô hàng này đang bị tạm dừng${from(p)}.`,
  packed_for_export: () => 'Lô hàng được đóng gói để xuất khẩu, không phải để bán trong nước.',
  code_use_unconfirmed: (p) =>
    `Chưa có xác nhận rằng chủ ${p.codeNo === null ? 'mã số' : `mã số ${p.codeNo}`} cho phép lô hàng này dùng mã.`,
  code_use_allowed: (p) =>
    `${allowedBy(p)} cho phép lô hàng này dùng ${p.codeNo === null ? 'mã số' : `mã số ${p.codeNo}`}${on(p)}${because(p)}.`,
  interval_overridden: (p) =>
    `Lô hàng thu hoạch khi chưa hết thời gian cách ly; ${allowedBy(p)} cho phép bán${on(p)}${because(p)}.`,
  document: (documentNo) => `Theo văn bản số ${documentNo}.`,
  quotation: (wording) => `Nội dung công bố: “${wording}”`,
}

function on(p: ReasonParts): string {
  return p.since === null ? '' : ` ngày ${p.since}`
}

function from(p: ReasonParts): string {
  return p.since === null ? '' : ` từ ngày ${p.since}`
}

function noted(p: ReasonParts): string {
  return p.since === null ? '' : ` (ghi nhận ngày ${p.since})`
}

function allowedBy({ allowance }: ReasonParts): string {
  return allowance?.by ?? 'Cơ quan quản lý'
}

function because({ allowance }: ReasonParts): string {
  return allowance === null ? '' : `, với lý do: “${allowance.reason}”`
}

function forMarket(p: ReasonParts): string {
  return p.market === null ? '' : ` cho ${p.market}`
}

function withCode(name: string, p: ReasonParts): string {
  return p.codeNo === null ? name : `${name} ${p.codeNo}`
}

function notActive(name: string, p: ReasonParts): string {
  const status = STATUS_WHEN_PACKED[p.status ?? 'active']
  const since = p.since === null ? '' : ` (từ ngày ${p.since})`
  const subject = withCode(name, p)
  return `Vào ngày đóng gói, ${subject.charAt(0).toLowerCase()}${subject.slice(1)} ${status}${forMarket(p)}${since}.`
}

function changed(name: string, what: string, p: ReasonParts): string {
  return `${withCode(name, p)} ${what}${forMarket(p)}${from(p)}, sau khi lô hàng này đã đóng gói.`
}

function breached({ breach }: ReasonParts): string {
  const risk = 'Dư lượng thuốc có thể chưa về mức an toàn thực phẩm.'
  if (breach === null) {
    return `Thu hoạch khi chưa hết thời gian cách ly sau phun thuốc bảo vệ thực vật. ${risk}`
  }
  return `Thu hoạch ngày ${breach.harvestedOn}, khi chưa đủ ${breach.intervalDays} ngày cách ly kể từ lần phun ${breach.productName} ngày ${breach.sprayedOn}. ${risk}`
}

function keyRevoked(p: ReasonParts): string {
  const fact = `Khóa dùng để ký tem này đã bị thu hồi${p.since === null ? '' : `, tính từ ngày ${p.since}`}.`
  if (p.severity === null) return fact
  return p.severity === 'notice'
    ? `${fact} Tem được phát hành trước đó nên vẫn là tem thật.`
    : `${fact} Tem này không được phát hành trước thời điểm đó.`
}
