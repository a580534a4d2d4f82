import type { LocalText } from '../../lib/text/local-text.ts'

/** Signing in, the PIN and who is at the phone. */
export const GATE_COPY = {
  welcome: { vi: 'Nhật ký ngoài vườn', en: 'The diary in the field', zh: '田间记录' },
  welcomeText: {
    vi: 'Đăng nhập một lần khi có mạng. Sau đó mở và ghi được cả khi không có mạng.',
    en: 'Sign in once with a network. After that it opens and works without one.',
    zh: '有网络时登录一次，此后无网络也能打开和记录。',
  },
  signIn: { vi: 'Đăng nhập', en: 'Sign in', zh: '登录' },
  needsNetwork: {
    vi: 'Đăng nhập cần có mạng.',
    en: 'Signing in needs a network.',
    zh: '登录需要网络。',
  },
  who: { vi: 'Ai đang dùng máy?', en: 'Who is using this phone?', zh: '谁在使用本机？' },
  someoneElse: { vi: 'Người khác', en: 'Somebody else', zh: '其他人' },
  pin: { vi: 'Mã PIN', en: 'PIN', zh: 'PIN 码' },
  pinOf: { vi: 'Mã PIN của {name}', en: 'PIN of {name}', zh: '{name} 的 PIN 码' },
  pinHint: { vi: '4 đến 6 chữ số', en: '4 to 6 figures', zh: '4 至 6 位数字' },
  open: { vi: 'Mở', en: 'Open', zh: '打开' },
  wrongPin: {
    vi: 'Mã PIN chưa đúng. Còn {n} lần.',
    en: 'Not the right PIN. {n} more tries.',
    zh: 'PIN 码不正确，还可尝试 {n} 次。',
  },
  forgotten: { vi: 'Quên mã PIN', en: 'PIN forgotten', zh: '忘记 PIN 码' },
  lockedOut: {
    vi: 'Mã PIN không mở được nữa. {name} đăng nhập lại rồi đặt mã PIN mới. Việc đã ghi vẫn còn nguyên.',
    en: 'The PIN opens no more. {name} signs in again and chooses a new PIN. What was written is still there.',
    zh: 'PIN 码已失效。请 {name} 重新登录并设置新 PIN 码。已写内容均保留。',
  },
  signInAgain: {
    vi: '{name} cần đăng nhập để mở trên máy này. Việc đã ghi vẫn còn nguyên.',
    en: '{name} has to sign in to open this phone. What was written is still there.',
    zh: '{name} 需登录后才能在本机打开。已写内容均保留。',
  },
  newPin: { vi: 'Đặt mã PIN', en: 'Choose a PIN', zh: '设置 PIN 码' },
  newPinShared: {
    vi: 'Máy có nhiều người dùng: mỗi người một mã PIN, không ai xem được việc của người khác.',
    en: 'Several people use this phone: each has a PIN, and nobody sees what another wrote.',
    zh: '本机有多人使用：每人一个 PIN 码，互相看不到记录。',
  },
  newPinOwn: {
    vi: 'Ai cầm máy cũng phải nhập mã này mới xem và ghi được.',
    en: 'Whoever holds the phone needs it to read and write.',
    zh: '任何人拿到手机都须输入此码才能查看和记录。',
  },
  newPinAgain: { vi: 'Nhập lại mã PIN', en: 'The same again', zh: '再输入一次' },
  newPinDiffers: {
    vi: 'Hai lần nhập khác nhau.',
    en: 'The two differ.',
    zh: '两次输入不一致。',
  },
  newPinSave: { vi: 'Lưu mã PIN', en: 'Save', zh: '保存' },
  notAPin: {
    vi: 'Mã PIN gồm 4 đến 6 chữ số.',
    en: 'A PIN has 4 to 6 figures.',
    zh: 'PIN 码为 4 至 6 位数字。',
  },
  offer: {
    vi: 'Máy dùng chung? Đặt mã PIN để khóa màn hình này.',
    en: 'A shared phone? A PIN locks this screen.',
    zh: '共用手机？设置 PIN 码以锁定屏幕。',
  },
  changePin: { vi: 'Đổi mã PIN', en: 'Change the PIN', zh: '更改 PIN 码' },
  noKit: {
    vi: 'Tài khoản này không ghi nhật ký.',
    en: 'This account keeps no diary.',
    zh: '此账户不填写生产记录。',
  },
  loading: { vi: 'Đang mở…', en: 'Opening…', zh: '正在打开…' },
  signOutFailed: {
    vi: 'Chưa đăng xuất được. Kiểm tra mạng rồi bấm lại.',
    en: 'Could not sign out. Check the network and try again.',
    zh: '未能退出登录。请检查网络后重试。',
  },
} as const satisfies Record<string, LocalText>
