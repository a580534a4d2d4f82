import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a signing key is not made, opened or used. */
export const KEY_REFUSALS = {
  alreadyActive: {
    vi: 'Đã có khóa đang dùng ({kid}); hãy đổi khóa bằng lệnh: goc keys rotate.',
    en: 'Key {kid} is active; rotate it instead.',
    zh: '已有启用的密钥 {kid}；请改为轮换。',
  },
  notOpened: {
    vi: 'Không mở được khóa ký {kid}: GOC_KEK không phải khóa đã dùng khi tạo. Hãy đặt lại đúng GOC_KEK.',
    en: 'Signing key {kid} cannot be opened: GOC_KEK is not the one it was made with.',
    zh: '无法打开签名密钥 {kid}：GOC_KEK 与创建时不同。',
  },
  revoked: {
    vi: 'Khóa {kid} đã bị thu hồi nên không in lại tem của khóa này; hãy in đợt tem mới.',
    en: 'Key {kid} is revoked and signs nothing; issue a new run.',
    zh: '密钥 {kid} 已吊销，不能重印其标签；请发行新的标签。',
  },
  noneActive: {
    vi: 'Chưa có khóa ký nào đang dùng. Hãy tạo khóa mới: goc keys rotate.',
    en: 'There is no active signing key. Make one: goc keys rotate.',
    zh: '没有启用的签名密钥。请先轮换密钥：goc keys rotate。',
  },
  noListKey: {
    vi: 'Khóa ký danh sách trạng thái vừa được đổi. Hãy thử lại.',
    en: 'The key of the status lists was just changed. Try again.',
    zh: '状态列表的签名密钥刚刚更换，请重试。',
  },
  alreadyRevoked: {
    vi: 'Khóa {kid} đã bị thu hồi từ {at}; chỉ có thể lùi mốc về sớm hơn.',
    en: 'Key {kid} is already revoked from {at}; only an earlier instant may follow.',
    zh: '密钥 {kid} 已自 {at} 起吊销；只能改为更早的时间。',
  },
} as const satisfies Record<string, LocalText>
