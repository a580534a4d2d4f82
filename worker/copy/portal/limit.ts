import type { LocalText } from '../../lib/text/local-text.ts'

/** When something was tried too often. */
export const LIMIT_COPY = {
  any: {
    vi: 'Đã thử quá nhiều lần. Hãy thử lại sau {minutes} phút.',
    en: 'Too many attempts. Try again in {minutes} min.',
    zh: '尝试次数过多，请在 {minutes} 分钟后重试。',
  },
  signIn: {
    vi: 'Đã thử quá nhiều lần. Hãy thử lại sau {minutes} phút; hoặc vào ngay bằng thiết bị đã từng đăng nhập, bằng khóa truy cập (passkey), hoặc bằng liên kết gửi qua thư ở mục Quên mật khẩu.',
    en: 'Too many attempts. Try again in {minutes} min; or get in at once on a device you signed in on before, with a passkey, or by the link that Forgotten password sends you.',
    zh: '尝试次数过多，请在 {minutes} 分钟后重试；也可立即使用曾登录过的设备、通行密钥，或通过“忘记密码”邮件中的链接进入。',
  },
  forgot: {
    vi: 'Địa chỉ này đã được yêu cầu nhiều lần trong giờ qua. Nếu có tài khoản, hãy mở liên kết trong thư mới nhất; hoặc thử lại sau {minutes} phút.',
    en: 'This address was asked for several times in the last hour. If it has an account, open the link in the newest letter; or try again in {minutes} min.',
    zh: '过去一小时内已多次请求此邮箱。如有账户，请打开最新邮件中的链接；或在 {minutes} 分钟后重试。',
  },
} as const satisfies Record<string, LocalText>
