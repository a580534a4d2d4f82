import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** Members of an organisation and invitations. */
export const MEMBER_COPY = {
  ...labels('place', 'province', 'commune'),
  title: { vi: 'Thành viên', en: 'Members', zh: '成员' },
  list: { vi: 'Người đang làm việc tại đơn vị', en: 'People of the organisation', zh: '单位成员' },
  nobody: {
    vi: 'Đơn vị này chưa có ai. Hãy mời người đầu tiên bằng biểu mẫu bên dưới.',
    en: 'Nobody here yet. Invite the first person with the form below.',
    zh: '该单位还没有成员。请用下方表单邀请第一位。',
  },
  you: { vi: 'là bạn', en: 'you', zh: '您本人' },
  role: { vi: 'Vai trò', en: 'Role', zh: '角色' },
  everywhere: { vi: 'cả nước', en: 'the whole country', zh: '全国' },
  placeHint: {
    vi: 'Chỉ cần cho cán bộ kiểm tra, cán bộ quản lý và cơ quan phối hợp.',
    en: 'Only for inspectors, officers and partner agencies.',
    zh: '仅检查员、管理人员和协作机关需要填写。',
  },
  communeHint: {
    vi: 'Để trống nếu phụ trách cả tỉnh.',
    en: 'Leave empty for the whole province.',
    zh: '负责全省时留空。',
  },
  change: { vi: 'Đổi vai trò, địa bàn', en: 'Change role or place', zh: '更改角色或地区' },
  changed: { vi: 'Đã đổi vai trò.', en: 'The role is changed.', zh: '角色已更改。' },
  remove: { vi: 'Đưa ra khỏi đơn vị', en: 'Remove from the organisation', zh: '移出单位' },
  removeHint: {
    vi: 'Người này không vào được nữa từ lần mở trang sau, mã truy cập họ đã tạo cũng hết hiệu lực; những việc đã làm vẫn ghi tên họ.',
    en: 'They are out from their next page on, and so are the tokens they made; what they did keeps their name.',
    zh: '此人下次打开页面时即无法进入，其创建的访问令牌也随之失效；其已完成的操作仍保留姓名。',
  },
  notOneself: {
    vi: 'Không tự đưa chính mình ra khỏi đơn vị được. Hãy nhờ một người quản lý thành viên khác.',
    en: 'You cannot remove yourself. Ask somebody else who manages the members.',
    zh: '不能将自己移出单位，请由其他成员管理者操作。',
  },
  removed: { vi: 'Đã đưa ra khỏi đơn vị.', en: 'Removed.', zh: '已移出单位。' },
  invite: { vi: 'Mời người mới', en: 'Invite somebody', zh: '邀请新成员' },
  inviteHint: {
    vi: 'Liên kết được gửi qua thư và hiện ở đây một lần để chép gửi qua tin nhắn. Dùng được một lần, trong 7 ngày.',
    en: 'The link is sent by e-mail and shown here once, to be copied into a message. Good once, for 7 days.',
    zh: '链接将通过邮件发送，并在此显示一次，可复制后用短信发送。仅可使用一次，7 天内有效。',
  },
  send: { vi: 'Gửi lời mời', en: 'Send the invitation', zh: '发送邀请' },
  invited: {
    vi: 'Đã tạo lời mời và gửi thư.',
    en: 'The invitation is made and its letter is on the way.',
    zh: '邀请已创建，邮件已发送。',
  },
  renew: { vi: 'Tạo liên kết mới', en: 'Make a new link', zh: '生成新链接' },
  renewed: {
    vi: 'Đã tạo liên kết mới và gửi lại thư. Liên kết cũ không dùng được nữa.',
    en: 'A new link is made and its letter is on the way. The old link opens nothing any more.',
    zh: '已生成新链接并重新发送邮件，旧链接已失效。',
  },
  linkFor: { vi: 'Liên kết cho {email}', en: 'Link for {email}', zh: '{email} 的链接' },
  linkOnce: {
    vi: 'Hãy chép ngay: hệ thống không giữ liên kết và không hiện lại. Nếu mất, hãy tạo liên kết mới.',
    en: 'Copy it now: the link is not kept and not shown again. If it is lost, make a new one.',
    zh: '请立即复制：系统不保存链接，也不再显示。如遗失，请生成新链接。',
  },
  pending: { vi: 'Lời mời đang chờ', en: 'Pending invitations', zh: '待接受的邀请' },
  noPending: { vi: 'Không có lời mời nào đang chờ.', en: 'None.', zh: '没有待接受的邀请。' },
  until: { vi: 'Dùng được đến hết {on}', en: 'Good until {on}', zh: '有效期至 {on}' },
  withdraw: { vi: 'Rút lời mời', en: 'Withdraw', zh: '撤回邀请' },
  withdrawn: { vi: 'Đã rút lời mời.', en: 'The invitation is withdrawn.', zh: '邀请已撤回。' },
  otherOrganisation: {
    vi: 'Xem đơn vị khác',
    en: 'Another organisation',
    zh: '查看其他单位',
  },
  searchHint: {
    vi: 'Gõ phần đầu của tên, có dấu hay không đều được.',
    en: 'Type how its name begins, with or without tones.',
    zh: '输入名称的开头，声调可省略。',
  },
  search: { vi: 'Tìm', en: 'Search', zh: '搜索' },
  noneFound: { vi: 'Không thấy đơn vị nào.', en: 'No such organisation.', zh: '未找到单位。' },
  organisationName: { vi: 'Tên đơn vị', en: 'Name', zh: '单位名称' },
  invitationTitle: {
    vi: 'Lời mời vào {organisation}',
    en: 'Invitation to {organisation}',
    zh: '{organisation} 的邀请',
  },
  invitedBy: {
    vi: '{inviter} mời {email} làm việc trong hệ thống, vai trò {role}.',
    en: '{inviter} invites {email} to work here as {role}.',
    zh: '{inviter} 邀请 {email} 加入，角色为{role}。',
  },
  placeIs: { vi: 'Địa bàn: {place}.', en: 'Place: {place}.', zh: '地区：{place}。' },
  accept: { vi: 'Nhận lời', en: 'Accept', zh: '接受邀请' },
  newcomer: {
    vi: 'Hãy ghi họ tên và đặt mật khẩu; lần sau đăng nhập bằng {email}.',
    en: 'Give your name and set a password; from then on sign in as {email}.',
    zh: '请填写姓名并设置密码，以后使用 {email} 登录。',
  },
  mustSignIn: {
    vi: 'Địa chỉ này đã có tài khoản. Hãy đăng nhập rồi nhận lời.',
    en: 'The address has an account. Sign in, then accept.',
    zh: '该邮箱已有账户，请登录后接受邀请。',
  },
  returning: {
    vi: 'Địa chỉ này đã có tài khoản, hiện không thuộc đơn vị nào. Gõ mật khẩu của tài khoản để nhận lời.',
    en: 'The address has an account that belongs to no organisation now. Type its password to accept.',
    zh: '该邮箱已有账户，目前不属于任何单位。请输入该账户的密码以接受邀请。',
  },
  other: {
    vi: 'Lời mời này gửi cho {email}, nhưng đang đăng nhập bằng tài khoản khác. Hãy đăng xuất, rồi mở lại liên kết.',
    en: 'This invitation is for {email}, but you are signed in as somebody else. Sign out, then open the link again.',
    zh: '此邀请发给 {email}，但当前登录的是其他账户。请退出后重新打开链接。',
  },
  used: {
    vi: 'Lời mời này đã được nhận. Hãy đăng nhập.',
    en: 'This invitation was accepted. Sign in.',
    zh: '此邀请已被接受，请登录。',
  },
  usedHere: {
    vi: 'Lời mời này đã được nhận.',
    en: 'This invitation was accepted.',
    zh: '此邀请已被接受。',
  },
  isWithdrawn: {
    vi: 'Lời mời này đã được rút. Nếu cần, hãy hỏi người mời.',
    en: 'This invitation was withdrawn. Ask whoever invited you.',
    zh: '此邀请已撤回，如有需要请联系邀请人。',
  },
  expired: {
    vi: 'Lời mời này đã hết hạn. Hãy nhờ người mời gửi lại.',
    en: 'This invitation is over. Ask for a new one.',
    zh: '此邀请已过期，请联系邀请人重新发送。',
  },
} as const satisfies Record<string, LocalText>
