import type { LocalText } from '../../lib/text/local-text.ts'

/** Why something is not done with a notice of an importing country. */
export const FOREIGN_REFUSALS = {
  listEmpty: {
    vi: 'Chưa có mã nào. Hãy dán danh sách mã hoặc chọn tệp.',
    en: 'There are no codes. Paste the list of codes or choose a file.',
    zh: '没有编号。请粘贴编号清单或选择文件。',
  },
  listTooLong: {
    vi: 'Danh sách dán vào quá dài. Hãy chọn tệp thay vì dán.',
    en: 'The pasted list is too long. Choose a file instead.',
    zh: '粘贴的清单过长，请改用文件。',
  },
  listUnreadable: {
    vi: 'Không đọc được danh sách: {reason}',
    en: 'The list cannot be read: {reason}',
    zh: '无法读取清单：{reason}',
  },
  tooManyListed: {
    vi: 'Danh sách có hơn {most} dòng mã. Hãy chia thành nhiều cảnh báo.',
    en: 'The list has more than {most} codes. Divide it into several notices.',
    zh: '清单超过 {most} 个编号，请分成多份通报。',
  },
  tooManyCodes: {
    vi: 'Một cảnh báo có tối đa {most} mã khác nhau.',
    en: 'A notice names {most} different codes at most.',
    zh: '一份通报最多 {most} 个不同编号。',
  },
  rowTooLong: {
    vi: 'Dòng {row} dài hơn {most} ký tự, không phải một mã. Hãy tách hoặc xóa dòng này.',
    en: 'Row {row} has more than {most} characters and is no code. Part it or leave it out.',
    zh: '第 {row} 行超过 {most} 个字符，不是编号。请拆分或删除。',
  },
  receivedLater: {
    vi: 'Ngày nhận không thể ở sau hôm nay.',
    en: 'It cannot have been received after today.',
    zh: '收到日期不能晚于今天。',
  },
  noTerm: {
    vi: 'Hãy ghi hạn trả lời, hoặc số ngày làm việc.',
    en: 'Give the day the answer is due, or a number of working days.',
    zh: '请填写答复期限或工作日数。',
  },
  dueEarlier: {
    vi: 'Hạn trả lời ở trước ngày nhận.',
    en: 'The answer would be due before the notice was received.',
    zh: '答复期限早于收到日期。',
  },
  noticeThere: {
    vi: 'Cảnh báo số {number} của {market} đã có trong hệ thống.',
    en: 'Notice {number} of {market} is on record already.',
    zh: '{market}的 {number} 号通报已登记。',
  },
  nothingMeant: {
    vi: 'Không có mã nào ở bước này. Tải lại trang để xem số mới nhất.',
    en: 'There are no codes at this step. Load the page again for the latest figures.',
    zh: '此步骤没有编号。请刷新页面查看最新情况。',
  },
  notThatWay: {
    vi: 'Mã này chưa tới bước đó, hoặc đã qua bước đó.',
    en: 'This code is not at that step yet, or is past it.',
    zh: '该编号尚未到此步骤或已过此步骤。',
  },
  noSuchCode: {
    vi: 'Không có mã số này. Kiểm tra từng chữ và số, kể cả dấu gạch.',
    en: 'There is no such code. Check each letter and figure, and the hyphens.',
    zh: '没有该编号。请核对每个字母、数字和连字符。',
  },
  namedMeanwhile: {
    vi: 'Một mã vừa được người khác xác định trong cảnh báo này. Tải lại trang rồi làm tiếp.',
    en: 'Somebody has just settled one of these codes. Load the page again and go on.',
    zh: '其中一个编号刚由他人确认，请刷新后继续。',
  },
  nothingDecided: {
    vi: 'Không quyết định được mã nào. {note}',
    en: 'Nothing can be decided on any of the codes. {note}',
    zh: '没有可决定的编号。{note}',
  },
  notAwaited: {
    vi: 'Có mã không còn chờ trả lời. Tải lại trang để xem mã đang chờ.',
    en: 'Some of these codes no longer wait for an answer. Load the page again.',
    zh: '部分编号已无需答复，请刷新页面。',
  },
  tooManyFiles: {
    vi: 'Mỗi lần trả lời kèm tối đa {most} tệp; thêm tệp sau khi gửi.',
    en: 'An answer takes {most} files at most; add more once it is sent.',
    zh: '每次答复最多 {most} 个文件，发送后可再添加。',
  },
  stretch: {
    vi: 'Khoảng thời gian phải từ 0 đến 1.100 ngày.',
    en: 'The stretch of time is 0 to 1,100 days.',
    zh: '时间范围须为 0 至 1100 天。',
  },
  noDay: {
    vi: 'Ngày phải ghi như 05/03/2026.',
    en: 'A day is written as 05/03/2026.',
    zh: '日期格式如 05/03/2026。',
  },
  openItems: {
    vi: 'Còn mã trong cảnh báo chưa xử lý xong. Hãy kết thúc từ trang của cảnh báo.',
    en: 'Some codes of the notice are not done. Close them from the page of the notice.',
    zh: '通报中尚有编号未处理完毕，请在通报页面结案。',
  },
} as const satisfies Record<string, LocalText>
