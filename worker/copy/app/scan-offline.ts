import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a device without a network says what it says. */
export const OFFLINE_REASONS = {
  malformed: {
    vi: 'Mã không đầy đủ hoặc bị hỏng.',
    en: 'The code is incomplete or damaged.',
    zh: '二维码不完整或已损坏。',
  },
  signature_invalid: {
    vi: 'Chữ ký không khớp với những gì in trên tem.',
    en: 'The signature does not fit what is printed.',
    zh: '签名与标签内容不符。',
  },
  foreign_host: {
    vi: 'Tem dẫn đến địa chỉ không phải của chúng tôi.',
    en: 'The label leads to an address that is not ours.',
    zh: '标签指向的网址并非本网站。',
  },
  key_unknown: {
    vi: 'Máy không có khóa của tem này. Cập nhật khi có mạng rồi quét lại.',
    en: 'This phone does not have the key of this label. Update with a network and scan again.',
    zh: '本机没有该标签的密钥。请联网更新后重新扫描。',
  },
  key_revoked: {
    vi: 'Khóa ký tem này không còn được tin dùng. Chỉ máy chủ biết tem nào của khóa vẫn là thật: quét lại khi có mạng.',
    en: 'The key of this label is trusted no more. Only the server knows which of its labels are genuine: scan again with a network.',
    zh: '该标签的密钥已不再可信。只有服务器知道哪些标签为真：请联网后重新扫描。',
  },
  no_keys: {
    vi: 'Máy chưa có khóa và danh sách để xét tem.',
    en: 'This phone has no keys and lists to check labels by.',
    zh: '本机尚无用于核查的密钥和名单。',
  },
  list_missing: {
    vi: 'Chữ ký hợp lệ, nhưng máy chưa có danh sách trạng thái của khóa này.',
    en: 'The signature is valid, but this phone has no status list of its key.',
    zh: '签名有效，但本机没有该密钥的状态名单。',
  },
  list_expired: {
    vi: 'Chưa biết từ {at}: danh sách trạng thái trên máy hết hạn lúc đó.',
    en: 'Not known since {at}: the status list on this phone ran out then.',
    zh: '自 {at} 起未知：本机状态名单已于该时过期。',
  },
  clock_behind_list: {
    vi: 'Đồng hồ máy chạy sau cả danh sách: giờ máy bị sai. Chỉnh giờ tự động rồi quét lại.',
    en: 'The phone’s clock is behind the list itself, so it is wrong. Set it by the network and scan again.',
    zh: '手机时钟早于名单时间，时间有误。请设为自动校时后重新扫描。',
  },
  clock_wrong: {
    vi: 'Giờ của máy bị sai, nên không biết danh sách còn dùng được không. Chỉnh giờ tự động rồi quét lại.',
    en: 'The phone’s clock is wrong, so nobody knows whether its lists still hold. Set it by the network and scan again.',
    zh: '手机时间有误，无法判断名单是否仍有效。请设为自动校时后重新扫描。',
  },
  batch_unknown: {
    vi: 'Chữ ký hợp lệ, nhưng danh sách trên máy chưa có lô này. Có thể là lô mới: quét lại khi có mạng.',
    en: 'The signature is valid, but the list on this phone does not have its batch. It may be new: scan again with a network.',
    zh: '签名有效，但本机名单中无此批次，可能是新批次：请联网后重新扫描。',
  },
  status_outdated: {
    vi: 'Trạng thái của lô đổi từ ngày này. Quét lại khi có mạng.',
    en: 'What holds of this batch has changed by its date. Scan again with a network.',
    zh: '该批次状态自此日期起已变化。请联网后重新扫描。',
  },
  serial_not_issued: {
    vi: 'Danh sách trên máy không có số tem này. Có thể mới in: quét lại khi có mạng.',
    en: 'The list on this phone does not have this serial. It may be newly printed: scan again with a network.',
    zh: '本机名单中无此序号，可能为新印：请联网后重新扫描。',
  },
  status_unreadable: {
    vi: 'Không đọc được trạng thái trong danh sách.',
    en: 'Its status in the list could not be read.',
    zh: '无法读取名单中的状态。',
  },
  something_to_know: {
    vi: 'Có lưu ý về lô hàng này. Xem nội dung khi có mạng.',
    en: 'There is something to know of this batch. See what it is with a network.',
    zh: '该批次有注意事项，请联网查看。',
  },
  stopped: {
    vi: 'Tem hoặc lô hàng đã bị dừng.',
    en: 'The label or its batch was stopped.',
    zh: '该标签或批次已被停用。',
  },
  recalled: {
    vi: 'Lô hàng đang bị thu hồi.',
    en: 'This batch is being recalled.',
    zh: '该批次正在召回。',
  },
  expired: {
    vi: 'Hàng đã quá hạn sử dụng.',
    en: 'This product is past its date.',
    zh: '产品已过期。',
  },
} as const satisfies Record<string, LocalText>

/** What was wrong with a fetched list. */
export const LIST_FAULT_NAMES = {
  malformed: { vi: 'bị cắt hoặc hỏng', en: 'cut off or damaged', zh: '不完整或损坏' },
  wrong_type: { vi: 'không phải danh sách trạng thái', en: 'no status list', zh: '不是状态名单' },
  key_unknown: { vi: 'khóa ký lạ', en: 'an unknown key', zh: '密钥未知' },
  signature_invalid: { vi: 'chữ ký sai', en: 'a wrong signature', zh: '签名错误' },
  rolled_back: { vi: 'cũ hơn bản đang có', en: 'older than the kept one', zh: '比现有的旧' },
  of_another_key: { vi: 'của khóa khác', en: 'of another key', zh: '属于其他密钥' },
} as const satisfies Record<string, LocalText>
