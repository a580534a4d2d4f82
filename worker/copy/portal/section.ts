import type { SectionKey } from '../../domain/access/portal-nav.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

export const SECTION_NAMES = {
  home: { vi: 'Việc cần làm', en: 'To do', zh: '待办' },
  products: { vi: 'Sản phẩm', en: 'Products', zh: '产品' },
  batches: { vi: 'Lô hàng', en: 'Batches', zh: '批次' },
  labels: { vi: 'Tem', en: 'Labels', zh: '标签' },
  recalls: { vi: 'Thu hồi', en: 'Recalls', zh: '召回' },
  certifications: { vi: 'Chứng nhận', en: 'Certifications', zh: '认证' },
  codes: { vi: 'Mã số', en: 'Codes', zh: '代码' },
  sites: { vi: 'Vùng trồng, cơ sở', en: 'Sites', zh: '场所' },
  diary: { vi: 'Nhật ký canh tác', en: 'Diary', zh: '生产记录' },
  memberships: { vi: 'Thành viên hợp tác xã', en: 'Cooperative members', zh: '合作社成员' },
  copies: { vi: 'Tem nghi bị sao chép', en: 'Labels that may be copied', zh: '疑似复制标签' },
  codeUse: { vi: 'Dùng mã của người khác', en: 'Codes of others', zh: '使用他人代码' },
  imports: { vi: 'Nhập danh sách', en: 'Imports', zh: '导入' },
  exports: { vi: 'Xuất danh sách', en: 'Exports', zh: '导出' },
  notifications: { vi: 'Tin báo', en: 'Messages', zh: '消息' },
  tokens: { vi: 'Mã truy cập', en: 'Access tokens', zh: '访问令牌' },
  members: { vi: 'Thành viên', en: 'Members', zh: '成员' },
  organisations: { vi: 'Đơn vị', en: 'Organisations', zh: '单位' },
  schemes: { vi: 'Dạng mã số', en: 'Code formats', zh: '代码格式' },
  audit: { vi: 'Nhật ký thao tác', en: 'Audit log', zh: '操作记录' },
} as const satisfies Record<SectionKey, LocalText>
