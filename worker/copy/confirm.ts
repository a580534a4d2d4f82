import type { LocalText } from '../lib/text/local-text.ts'

/** The PIN under the scratch layer of a label: asked for on its page, and what it was found to be. */
export const CONFIRM_COPY = {
  title: {
    vi: 'Cào lớp phủ, nhập mã',
    en: 'Scratch the label, enter the PIN',
    zh: '刮开涂层，输入验证码',
  },
  label: {
    vi: 'Mã dưới lớp phủ ({digits} chữ số)',
    en: 'PIN under the scratch layer ({digits} digits)',
    zh: '涂层下的验证码（{digits} 位数字）',
  },
  hint: {
    vi: 'Mua rồi mới cào. Lớp phủ đã bị cào sẵn: hãy hỏi người bán và báo vấn đề.',
    en: 'Scratch after buying. If it is scratched already, ask the seller and report it.',
    zh: '购买后再刮。若涂层已被刮开，请询问卖家并反馈。',
  },
  send: { vi: 'Xác nhận mã', en: 'Confirm the PIN', zh: '确认验证码' },
  right: { vi: 'Mã đúng.', en: 'The PIN is right.', zh: '验证码正确。' },
  firstAt: {
    vi: 'Lần đầu xác nhận: {at}.',
    en: 'First confirmed: {at}.',
    zh: '首次确认：{at}。',
  },
  firstNote: {
    vi: 'Từ nay ai nhập mã này sẽ thấy thời điểm trên.',
    en: 'Whoever enters this PIN from now on is shown that time.',
    zh: '此后任何人输入该验证码都会看到上述时间。',
  },
  again: {
    vi: 'Mã đúng, nhưng đã được xác nhận trước đó.',
    en: 'The PIN is right, but it was confirmed before.',
    zh: '验证码正确，但此前已被确认过。',
  },
  againAt: {
    vi: 'Tem đã được xác nhận lần đầu lúc {at}; lần này là lần thứ {count}.',
    en: 'The label was first confirmed at {at}; this is time number {count}.',
    zh: '该标签首次确认时间为{at}；本次为第 {count} 次。',
  },
  againNote: {
    vi: 'Nếu lần đầu không phải bạn, tem có thể bị sao chép. Hãy hỏi cơ sở sản xuất hoặc báo vấn đề.',
    en: 'If the first time was not you, the label may have been copied. Ask the producer or report it.',
    zh: '若首次确认并非您本人，标签可能被复制。请询问生产者或反馈。',
  },
  wrong: { vi: 'Mã chưa đúng.', en: 'The PIN is not right.', zh: '验证码不正确。' },
  left: {
    vi: 'Hãy xem lại từng chữ số. Còn {left} lần nhập.',
    en: 'Look at each digit again. {left} more tries.',
    zh: '请逐位核对。还可输入 {left} 次。',
  },
  wait: {
    vi: 'Hãy xem lại từng chữ số rồi thử lại sau {minutes} phút.',
    en: 'Look at each digit again, and try once more in {minutes} min.',
    zh: '请逐位核对，{minutes} 分钟后再试。',
  },
  locked: {
    vi: 'Tem này vừa bị nhập sai mã nhiều lần.',
    en: 'Wrong PINs were entered for this label many times.',
    zh: '该标签刚被多次输入错误验证码。',
  },
  lockedNote: {
    vi: 'Hãy thử lại sau {minutes} phút. Cần gấp: hỏi cơ sở sản xuất hoặc báo vấn đề.',
    en: 'Try again in {minutes} min. If it is urgent, ask the producer or report it.',
    zh: '请在 {minutes} 分钟后重试。如急需，请询问生产者或反馈。',
  },
  odd: {
    vi: 'Mã gồm {digits} chữ số.',
    en: 'The PIN has {digits} digits.',
    zh: '验证码为 {digits} 位数字。',
  },
  none: {
    vi: 'Không có mã cào để xác nhận.',
    en: 'There is no PIN to confirm.',
    zh: '没有可确认的验证码。',
  },
  noneNote: {
    vi: 'Tem này không có mã dưới lớp phủ.',
    en: 'This label has no PIN under a scratch layer.',
    zh: '该标签涂层下没有验证码。',
  },
  means: {
    vi: 'Mã đúng cho biết tem này thuộc đợt in ấy, không nói gì thêm về hàng. Trạng thái của tem vẫn như khi quét.',
    en: 'A right PIN says that the label is of that run, and nothing more of the goods. What the label says is as when it was scanned.',
    zh: '验证码正确仅说明标签属于该批印制，并不说明商品其他情况。标签状态与扫描时相同。',
  },
  report: { vi: 'Báo vấn đề', en: 'Report a problem', zh: '反馈 / 举报' },
  toLabel: { vi: 'Về trang của tem', en: 'Back to the label', zh: '返回标签页面' },
} as const satisfies Record<string, LocalText>
