import type { LocalText } from '../../lib/text/local-text.ts'

/** Tokens by which an organisation's own programs use the API. */
export const TOKEN_COPY = {
  title: { vi: 'Mã truy cập cho phần mềm', en: 'Access tokens', zh: '软件访问令牌' },
  lead: {
    vi: 'Phần mềm của đơn vị dùng mã truy cập để khai báo lô hàng, in tem, hủy tem và thu hồi qua API. Mã không bao giờ làm được nhiều hơn người tạo ra nó.',
    en: 'Your own programs use a token to declare batches, issue and void labels, and recall through the API. A token never does more than whoever made it may.',
    zh: '本单位的软件凭访问令牌通过 API 申报批次、签发和作废标签、召回。令牌的权限不超过其创建者。',
  },
  howTo: {
    vi: 'Cách dùng, từng thao tác một',
    en: 'How to use it, operation by operation',
    zh: '使用方法，逐项操作说明',
  },
  list: { vi: 'Mã đang có', en: 'Tokens', zh: '现有令牌' },
  empty: {
    vi: 'Chưa có mã nào. Tạo mã đầu tiên bằng biểu mẫu bên dưới.',
    en: 'None yet. Make the first one with the form below.',
    zh: '尚无令牌。请用下方表单创建。',
  },
  name: { vi: 'Tên để nhận ra', en: 'Name to know it by', zh: '识别名称' },
  nameHint: {
    vi: 'Ví dụ: phần mềm kho, máy in tem.',
    en: 'For example: warehouse software, label printer.',
    zh: '例如：仓库软件、标签打印机。',
  },
  scopes: { vi: 'Được làm gì', en: 'What it may do', zh: '权限' },
  expiresOn: { vi: 'Dùng đến hết ngày', en: 'Good until', zh: '有效至' },
  expiresHint: {
    vi: 'Xa nhất {most} ngày. Hết hạn thì tạo mã mới.',
    en: 'At most {most} days ahead. Make a new one after that.',
    zh: '最长 {most} 天，到期后请新建。',
  },
  maker: { vi: 'Người tạo', en: 'Made by', zh: '创建者' },
  atCommandLine: { vi: 'quản trị hệ thống', en: 'the operator', zh: '系统管理员' },
  until: { vi: 'Hạn dùng', en: 'Good until', zh: '有效期' },
  noEnd: { vi: 'không hạn', en: 'no end', zh: '无期限' },
  over: { vi: 'đã hết hạn', en: 'over', zh: '已过期' },
  lastUsed: { vi: 'Lần dùng cuối', en: 'Last used', zh: '最近使用' },
  never: { vi: 'chưa dùng', en: 'never', zh: '从未使用' },
  act: { vi: 'Việc', en: 'Action', zh: '操作' },
  revoke: { vi: 'Thu hồi', en: 'Revoke', zh: '撤销' },
  revoked: {
    vi: 'Đã thu hồi. Phần mềm dùng mã này bị từ chối ngay từ bây giờ.',
    en: 'Revoked. Whatever uses it is refused from now on.',
    zh: '已撤销。使用该令牌的软件即刻被拒绝。',
  },
  make: { vi: 'Tạo mã truy cập', en: 'Make a token', zh: '新建访问令牌' },
  made: {
    vi: 'Đã tạo mã “{name}”.',
    en: 'The token “{name}” is made.',
    zh: '令牌“{name}”已创建。',
  },
  secret: { vi: 'Mã truy cập', en: 'Token', zh: '访问令牌' },
  once: {
    vi: 'Chép ngay và cất kỹ: mã chỉ hiện một lần này, hệ thống không giữ lại.',
    en: 'Copy it now and keep it safe: it is shown this once and kept nowhere.',
    zh: '请立即复制并妥善保管：仅显示这一次，系统不保存。',
  },
} as const satisfies Record<string, LocalText>

export const SCOPE_NAMES = {
  'batches:write': {
    vi: 'Khai báo sản phẩm và lô hàng',
    en: 'Declare products and batches',
    zh: '申报产品和批次',
  },
  'labels:issue': { vi: 'Phát hành và in tem', en: 'Issue and print labels', zh: '签发和打印标签' },
  'labels:void': {
    vi: 'Hủy, báo mất tem',
    en: 'Void labels or report them lost',
    zh: '作废或挂失标签',
  },
  'recalls:write': { vi: 'Thu hồi lô hàng', en: 'Recall batches', zh: '召回批次' },
  'diary:write': {
    vi: 'Đọc và sửa nhật ký sản xuất',
    en: 'Read the diary and correct entries',
    zh: '读取并更正生产日志',
  },
  'outbox:write': {
    vi: 'Gửi bản ghi nhật ký viết lúc không có mạng, kèm ảnh',
    en: 'Send diary records written without signal, with photos',
    zh: '提交离线填写的生产日志记录及照片',
  },
} as const satisfies Record<string, LocalText>
