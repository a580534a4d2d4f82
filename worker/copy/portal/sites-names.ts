import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** Kinds of papers kept with a place. */
export const DOCUMENT_KIND_NAMES = {
  land_use: {
    vi: 'Giấy chứng nhận quyền sử dụng đất',
    en: 'Land-use certificate',
    zh: '土地使用权证',
  },
  gap_certificate: {
    vi: 'Chứng nhận VietGAP, GlobalGAP, hữu cơ',
    en: 'VietGAP, GlobalGAP or organic certificate',
    zh: 'VietGAP、GlobalGAP 或有机认证',
  },
  contract: { vi: 'Hợp đồng liên kết', en: 'Contract', zh: '合作合同' },
  inspection: { vi: 'Biên bản kiểm tra', en: 'Inspection record', zh: '检查记录' },
  test_result: { vi: 'Phiếu kết quả kiểm nghiệm', en: 'Test result', zh: '检测报告' },
  food_safety: {
    vi: 'Chứng nhận an toàn thực phẩm',
    en: 'Food-safety certificate',
    zh: '食品安全证书',
  },
  procedure: { vi: 'Quy trình canh tác', en: 'Cultivation procedure', zh: '栽培规程' },
  commitment: { vi: 'Bản cam kết', en: 'Commitment', zh: '承诺书' },
  other: { vi: 'Giấy tờ khác', en: 'Other', zh: '其他' },
} as const satisfies Record<string, LocalText>

/** Changes on a place as its history tells them, by the action of the audit log. */
export const SITE_ACTIONS = {
  'site.create': { vi: 'Thêm mới', en: 'Added', zh: '新增' },
  'site.update': { vi: 'Sửa thông tin', en: 'Changed', zh: '修改信息' },
  'site.withdraw': { vi: 'Rút vì nhập nhầm', en: 'Taken back', zh: '误录撤回' },
  'site.restore': { vi: 'Khôi phục', en: 'Put back', zh: '恢复' },
  'site.holder': { vi: 'Đổi chủ', en: 'Holder changed', zh: '变更持有人' },
  'site.succession': {
    vi: 'Chuyển theo sắp xếp đơn vị hành chính',
    en: 'Moved with its commune',
    zh: '随行政区划调整变更',
  },
  'site.boundary': { vi: 'Đặt ranh giới', en: 'Boundary set', zh: '设置边界' },
  'site.parcels': { vi: 'Sửa mã thửa đất', en: 'Parcels changed', zh: '修改地块编号' },
  'site.household.add': { vi: 'Thêm hộ', en: 'Household added', zh: '新增农户' },
  'site.household.edit': { vi: 'Sửa hộ', en: 'Household changed', zh: '修改农户' },
  'site.household.remove': { vi: 'Bỏ hộ', en: 'Household removed', zh: '移除农户' },
  'site.household.replace': {
    vi: 'Thay danh sách hộ',
    en: 'List of households replaced',
    zh: '替换农户名单',
  },
  'site.link': { vi: 'Thêm hợp đồng', en: 'Contract added', zh: '新增合同' },
  'site.link.end': { vi: 'Kết thúc hợp đồng', en: 'Contract ended', zh: '终止合同' },
  'site.document.add': { vi: 'Thêm giấy tờ', en: 'Document added', zh: '新增文件' },
  'site.document.withdraw': { vi: 'Rút giấy tờ', en: 'Document taken out', zh: '撤下文件' },
} as const satisfies Record<string, LocalText>

/** Names of what changed beside the plain facts, as the history of a site tells it. */
export const SITE_FIELD_NAMES = {
  ...labels('name', 'crops', 'treatments'),
  holder: { vi: 'Chủ thể', en: 'Holder', zh: '主体' },
  communeName: { vi: 'Xã', en: 'Commune', zh: '乡' },
  provinceName: { vi: 'Tỉnh', en: 'Province', zh: '省份' },
  count: { vi: 'Số hộ', en: 'Households', zh: '农户数' },
  parcels: { vi: 'Mã thửa', en: 'Parcels', zh: '地块编号' },
  other: { vi: 'Với', en: 'With', zh: '对方' },
  title: { vi: 'Tên giấy tờ', en: 'Title', zh: '标题' },
  fileName: { vi: 'Tệp', en: 'File', zh: '文件' },
} as const satisfies Record<string, LocalText>

/** What `?done=` says was just done. */
export const SITE_DONE = {
  created: {
    vi: 'Đã thêm. Tiếp theo, hãy bổ sung các phần còn thiếu bên dưới.',
    en: 'Added. Next, fill in what is missing below.',
    zh: '已新增。接下来请补充下方缺少的内容。',
  },
  saved: { vi: 'Đã lưu.', en: 'Saved.', zh: '已保存。' },
  boundary: { vi: 'Đã lưu ranh giới.', en: 'The boundary is saved.', zh: '边界已保存。' },
  parcels: { vi: 'Đã lưu mã thửa đất.', en: 'The parcels are saved.', zh: '地块编号已保存。' },
  householdAdded: {
    vi: 'Đã thêm hộ vào danh sách.',
    en: 'The household is on the list.',
    zh: '农户已加入名单。',
  },
  householdSaved: { vi: 'Đã sửa hộ.', en: 'The household is changed.', zh: '农户已修改。' },
  householdRemoved: {
    vi: 'Đã bỏ hộ khỏi danh sách.',
    en: 'The household is off the list.',
    zh: '农户已从名单移除。',
  },
  households: {
    vi: 'Đã thay danh sách hộ.',
    en: 'The list of households is replaced.',
    zh: '农户名单已替换。',
  },
  linked: { vi: 'Đã thêm hợp đồng.', en: 'The contract is added.', zh: '合同已新增。' },
  linkRevoked: {
    vi: 'Đã rút quyền dùng mã và báo cho bên kia.',
    en: 'The authorisation is taken back and the other side was told.',
    zh: '授权已撤回，并已通知对方。',
  },
  linkConfirmed: {
    vi: 'Đã xác nhận hợp đồng.',
    en: 'The contract is confirmed.',
    zh: '合同已确认。',
  },
  linkEnded: { vi: 'Đã kết thúc hợp đồng.', en: 'The contract is ended.', zh: '合同已终止。' },
  documentAdded: { vi: 'Đã lưu giấy tờ.', en: 'The document is kept.', zh: '文件已保存。' },
  documentOut: {
    vi: 'Đã rút giấy tờ khỏi danh sách.',
    en: 'The document is out of the list.',
    zh: '文件已撤下。',
  },
  withdrawn: {
    vi: 'Đã rút. Có thể khôi phục ở trang này.',
    en: 'Taken back. It can be put back on this page.',
    zh: '已撤回，可在此页恢复。',
  },
  restored: { vi: 'Đã khôi phục.', en: 'Put back.', zh: '已恢复。' },
} as const satisfies Record<string, LocalText>

/** Land parcels that another place names too: told after saving. */
export const SHARED_PARCELS: LocalText = {
  vi: 'Đã lưu. Lưu ý: thửa đất này cũng có ở nơi khác: {list}.',
  en: 'Saved. Note: other places name these parcels too: {list}.',
  zh: '已保存。注意：其他场所也有这些地块：{list}。',
}
