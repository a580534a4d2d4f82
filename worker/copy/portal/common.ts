import type { Role } from '../../domain/access/roles.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

export const ROLE_NAMES = {
  producer: { vi: 'Người sản xuất', en: 'Producer', zh: '生产者' },
  packer: { vi: 'Cơ sở đóng gói', en: 'Packer', zh: '包装厂' },
  inspector: { vi: 'Cán bộ kiểm tra', en: 'Inspector', zh: '检查员' },
  officer: { vi: 'Cán bộ quản lý', en: 'Officer', zh: '管理人员' },
  agency: { vi: 'Cơ quan phối hợp', en: 'Partner agency', zh: '协作机关' },
  admin: { vi: 'Quản trị hệ thống', en: 'Administrator', zh: '系统管理员' },
} as const satisfies Record<Role, LocalText>

/** What every page of the portal says. */
export const PORTAL_COPY = {
  all: { vi: 'Tất cả', en: 'All', zh: '全部' },
  optional: { vi: 'không bắt buộc', en: 'optional', zh: '选填' },
  save: { vi: 'Lưu', en: 'Save', zh: '保存' },
  portal: { vi: 'Trang làm việc', en: 'Portal', zh: '工作台' },
  menu: { vi: 'Mục làm việc', en: 'Sections', zh: '栏目' },
  unreadCount: { vi: '{n} tin chưa đọc', en: '{n} not read', zh: '{n} 条未读' },
  amended: { vi: 'đã được sửa', en: 'corrected since', zh: '已更正' },
  account: { vi: 'Tài khoản', en: 'Account', zh: '账户' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out', zh: '退出登录' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in', zh: '登录' },
  publicSite: { vi: 'Trang công khai', en: 'Public site', zh: '公开网站' },
  help: { vi: 'Hướng dẫn', en: 'Help', zh: '使用说明' },
  newer: { vi: 'Trang trước', en: 'Previous page', zh: '上一页' },
  first: { vi: 'Về đầu danh sách', en: 'Back to the start', zh: '回到首页' },
  older: { vi: 'Trang sau', en: 'Next page', zh: '下一页' },
  pages: { vi: 'Các trang của danh sách', en: 'Pages of the list', zh: '列表分页' },
  filter: { vi: 'Lọc', en: 'Filter', zh: '筛选' },
  moreFilters: { vi: 'Lọc thêm', en: 'More filters', zh: '更多筛选' },
  clearFilter: { vi: 'Bỏ lọc', en: 'Clear', zh: '清除筛选' },
  cancel: { vi: 'Thôi', en: 'Cancel', zh: '取消' },
  back: { vi: 'Quay lại', en: 'Back', zh: '返回' },
  noneFound: {
    vi: 'Không có mục nào khớp. Hãy thử từ khác hoặc bỏ lọc.',
    en: 'Nothing matches. Try another word, or clear the filter.',
    zh: '没有匹配项。请换个词或清除筛选。',
  },
  maxSize: { vi: 'Nhiều nhất {size}.', en: 'At most {size}.', zh: '最大 {size}。' },
  lostFile: {
    vi: 'Tệp đã chọn không giữ được; hãy chọn lại.',
    en: 'The chosen file could not be kept; choose it again.',
    zh: '所选文件无法保留，请重新选择。',
  },
  requestId: { vi: 'Mã yêu cầu', en: 'Request id', zh: '请求编号' },
  problemTitle: { vi: 'Chưa làm được', en: 'That did not work', zh: '操作未完成' },
} as const satisfies Record<string, LocalText>
