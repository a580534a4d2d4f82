import type { LocalText } from '../../lib/text/local-text.ts'

/** Headings of the lists of what waits. */
export const WAITING_COPY = {
  code: { vi: 'Mã số', en: 'Code', zh: '代码' },
  market: { vi: 'Thị trường', en: 'Market', zh: '市场' },
  site: { vi: 'Vùng trồng, cơ sở', en: 'Place', zh: '场所' },
  house: { vi: 'Cơ sở đóng gói', en: 'Packing house', zh: '包装厂' },
  area: { vi: 'Vùng trồng', en: 'Growing area', zh: '种植区' },
  place: { vi: 'Xã, phường', en: 'Commune', zh: '乡级地区' },
  lot: { vi: 'Số lô', en: 'Lot', zh: '批号' },
  ref: { vi: 'Mã lô', en: 'Batch code', zh: '批次代码' },
  product: { vi: 'Sản phẩm', en: 'Product', zh: '产品' },
  file: { vi: 'Tệp', en: 'File', zh: '文件' },
  refused: { vi: 'Dòng bị từ chối', en: 'Refused rows', zh: '被拒绝的行' },
  running: { vi: 'đang nhập', en: 'running', zh: '正在导入' },
  failed: { vi: 'dừng vì lỗi', en: 'stopped by a fault', zh: '因故障中断' },
  email: { vi: 'Địa chỉ thư', en: 'E-mail', zh: '电子邮箱' },
  organisation: { vi: 'Đơn vị', en: 'Organisation', zh: '单位' },
  subject: { vi: 'Tiêu đề', en: 'Subject', zh: '主题' },
  attempts: { vi: 'Số lần thử', en: 'Attempts', zh: '尝试次数' },
  key: { vi: 'Khóa', en: 'Key', zh: '密钥' },
  authority: { vi: 'Cơ quan', en: 'Authority', zh: '机关' },
  change: { vi: 'Trạng thái mới', en: 'New status', zh: '新状态' },
  effective: { vi: 'Hiệu lực từ', en: 'In force since', zh: '生效日期' },
  document: { vi: 'Văn bản', en: 'Document', zh: '文件号' },
  none: { vi: 'chưa có dữ liệu', en: 'no data yet', zh: '暂无数据' },
} as const satisfies Record<string, LocalText>
