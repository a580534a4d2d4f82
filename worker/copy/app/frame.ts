import type { LocalText } from '../../lib/text/local-text.ts'

/** What stands around every screen of the app: the bar, the line, the menu. */
export const FRAME_COPY = {
  home: { vi: 'Trang đầu', en: 'Home', zh: '首页' },
  back: { vi: 'Quay lại', en: 'Back', zh: '返回' },
  undo: { vi: 'Bỏ', en: 'Undo', zh: '撤销' },
  close: { vi: 'Đóng', en: 'Close', zh: '关闭' },
  menu: { vi: 'Tùy chọn', en: 'Options', zh: '选项' },
  lock: { vi: 'Khóa', en: 'Lock', zh: '锁定' },
  offline: {
    vi: 'Không có mạng. Việc đã lưu trong máy, có mạng sẽ tự gửi.',
    en: 'No network. What you save stays on this phone and is sent when there is one.',
    zh: '没有网络。已存入手机，有网络时自动发送。',
  },
  offlineNone: {
    vi: 'Không có mạng. Vẫn ghi được như thường.',
    en: 'No network. You can go on as usual.',
    zh: '没有网络，可照常记录。',
  },
  signInToSend: {
    vi: 'Đăng nhập lại để gửi',
    en: 'Sign in again to send',
    zh: '请重新登录以发送',
  },
  sessionEnded: {
    vi: 'Phiên đăng nhập đã hết. Vẫn ghi được như thường.',
    en: 'Your session has ended. You can go on as usual.',
    zh: '登录已过期，可照常记录。',
  },
  otherSession: {
    vi: 'Trình duyệt đang đăng nhập bằng tài khoản khác. Việc của {name} chờ {name} đăng nhập.',
    en: 'Somebody else is signed in on this phone. What {name} wrote waits until {name} signs in.',
    zh: '本机现由他人登录。{name} 的记录等待 {name} 登录后发送。',
  },
  sending: { vi: 'Đang gửi…', en: 'Sending…', zh: '正在发送…' },
  waiting: {
    vi: '{n} việc chờ gửi',
    en: '{n} waiting to be sent',
    zh: '{n} 条待发送',
  },
  refused: {
    vi: '{n} việc chưa được nhận, cần xem lại',
    en: '{n} not accepted: have a look',
    zh: '{n} 条未被接收，请查看',
  },
  allSent: { vi: 'Đã gửi hết.', en: 'All sent.', zh: '已全部发送。' },
  updateReady: {
    vi: 'Có phiên bản mới.',
    en: 'There is a new version.',
    zh: '有新版本。',
  },
  update: { vi: 'Cập nhật', en: 'Update', zh: '更新' },
  updateKeeps: {
    vi: 'Việc đang ghi dở và chờ gửi vẫn còn nguyên.',
    en: 'What is half-written or waiting stays.',
    zh: '未写完和待发送的内容都会保留。',
  },
  notKept: {
    vi: 'Trình duyệt này không cho lưu. Đóng trang là mất việc chưa gửi: hãy gửi ngay khi có mạng, hoặc dùng trình duyệt khác.',
    en: 'This browser keeps nothing. What is not sent is lost when the page is closed: send while you can, or use another browser.',
    zh: '此浏览器不允许保存。关闭页面将丢失未发送的内容：请尽快发送，或换用其他浏览器。',
  },
  language: { vi: 'Ngôn ngữ', en: 'Language', zh: '语言' },
  portal: { vi: 'Trang quản lý', en: 'Portal', zh: '管理页面' },
  help: { vi: 'Hướng dẫn', en: 'Help', zh: '帮助' },
  failed: {
    vi: 'Ứng dụng gặp lỗi. Việc đã lưu vẫn còn trong máy.',
    en: 'Something went wrong. What was saved is still on this phone.',
    zh: '应用出错。已保存的内容仍在手机中。',
  },
  reload: { vi: 'Mở lại', en: 'Open again', zh: '重新打开' },
} as const satisfies Record<string, LocalText>

/** The languages by their own names. */
export const LANGUAGE_NAMES = { vi: 'Tiếng Việt', en: 'English', zh: '中文' } as const
