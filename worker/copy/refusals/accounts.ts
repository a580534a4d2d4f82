import type { LocalText } from '../../lib/text/local-text.ts'

/** Why somebody does not become, or stop being, a member. */
export const ACCOUNT_REFUSALS = {
  accountPassword: {
    vi: 'Mật khẩu của tài khoản chưa đúng.',
    en: 'This is not the password of the account.',
    zh: '账户密码不正确。',
  },
  passwordIsEmail: {
    vi: 'Mật khẩu phải khác địa chỉ thư điện tử.',
    en: 'The password must differ from the e-mail address.',
    zh: '密码不能与电子邮箱相同。',
  },
  email: {
    vi: 'Địa chỉ thư điện tử chưa đúng.',
    en: 'This is not an e-mail address.',
    zh: '电子邮箱地址不正确。',
  },
  passwordShort: {
    vi: 'Mật khẩu cần ít nhất 10 ký tự; một câu ngắn là dễ nhớ nhất.',
    en: 'A password has at least 10 characters; a short sentence is easiest to remember.',
    zh: '密码至少 10 个字符，一句短语最易记住。',
  },
  passwordLong: {
    vi: 'Mật khẩu dài nhất 128 ký tự.',
    en: 'A password has at most 128 characters.',
    zh: '密码最多 128 个字符。',
  },
  role: { vi: 'Hãy chọn vai trò.', en: 'Choose a role.', zh: '请选择角色。' },
  currentMissing: {
    vi: 'Hãy gõ mật khẩu hiện nay.',
    en: 'Type your present password.',
    zh: '请输入当前密码。',
  },
  currentWrong: {
    vi: 'Mật khẩu hiện nay chưa đúng.',
    en: 'This is not your present password.',
    zh: '当前密码不正确。',
  },
  passwordSame: {
    vi: 'Hãy chọn mật khẩu khác mật khẩu cũ và địa chỉ thư.',
    en: 'Choose a password that differs from the old one and from the e-mail address.',
    zh: '新密码不能与旧密码或电子邮箱相同。',
  },
  alreadyMember: {
    vi: 'Người này đã là thành viên của đơn vị.',
    en: 'This person is a member already.',
    zh: '此人已是该单位成员。',
  },
  mustSignIn: {
    vi: 'Địa chỉ {email} đã có tài khoản. Hãy đăng nhập bằng tài khoản đó rồi nhận lời.',
    en: '{email} has an account. Sign in with it, then accept.',
    zh: '{email} 已有账户，请先登录再接受邀请。',
  },
  beyondYourOwn: {
    vi: 'Không được trao vai trò hoặc địa bàn rộng hơn của chính mình.',
    en: 'You may not hand out a role or a place beyond your own.',
    zh: '不能授予超出自身的角色或地区。',
  },
  invitationOver: {
    vi: 'Lời mời này đã được nhận, đã rút hoặc hết hạn.',
    en: 'This invitation was accepted, withdrawn or is over.',
    zh: '此邀请已被接受、撤回或过期。',
  },
  lastAdmin: {
    vi: 'Đây là quản trị hệ thống duy nhất. Hãy mời thêm một quản trị khác trước.',
    en: 'This is the only administrator. Invite another one first.',
    zh: '这是唯一的系统管理员，请先邀请另一位。',
  },
  memberChanged: {
    vi: 'Thành viên này vừa được người khác thay đổi. Hãy xem lại danh sách.',
    en: 'This member was just changed by somebody else. See the list again.',
    zh: '该成员刚被他人更改，请重新查看列表。',
  },
  linkOver: {
    vi: 'Liên kết này đã dùng hoặc hết hạn. Hãy yêu cầu liên kết mới.',
    en: 'This link was used or is over. Ask for a new one.',
    zh: '此链接已使用或已过期，请重新申请。',
  },
} as const satisfies Record<string, LocalText>
