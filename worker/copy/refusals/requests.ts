import type { LocalText } from '../../lib/text/local-text.ts'

/** What is wrong with a request or a form, whatever it is about. */
export const REQUEST_REFUSALS = {
  malformedRef: {
    vi: 'Mã lô không đúng. Mã có 8 ký tự, in ngay dưới mã QR; hãy xem lại từng ký tự.',
    en: 'This is not a batch code. It has 8 characters, printed below the QR code; check each one.',
    zh: '批次码不正确。批次码为8个字符，印在二维码下方，请逐一核对。',
  },
  formSent: {
    vi: 'Biểu mẫu này đã được lưu trước đó. Nếu muốn lưu thêm một mục nữa, hãy bấm lưu lần nữa.',
    en: 'This form was saved before. To save one more, press save again.',
    zh: '此表单之前已保存。如需再保存一项，请再次点击保存。',
  },
  keyUsed: {
    vi: 'Idempotency-Key này đã dùng cho một yêu cầu khác.',
    en: 'This Idempotency-Key was used for another request.',
    zh: '该 Idempotency-Key 已用于其他请求。',
  },
  notSaved: {
    vi: 'Chưa ghi được. Hãy xem lại các ô có dấu nhắc bên dưới; những gì đã gõ vẫn còn.',
    en: 'Not saved yet. See the marked fields below; what you typed is still there.',
    zh: '尚未保存。请查看下方有提示的栏目，您输入的内容仍保留。',
  },
  brokenForm: {
    vi: 'Biểu mẫu gửi lên bị đứt đoạn. Hãy gửi lại.',
    en: 'The form arrived broken. Send it again.',
    zh: '表单不完整，请重新提交。',
  },
  fileTooLarge: {
    vi: 'Tệp gửi lên quá lớn; nhiều nhất {mb} MB. Hãy tách tệp rồi gửi lại.',
    en: 'The file is too large; at most {mb} MB. Split it and send it again.',
    zh: '文件过大，最多 {mb} MB。请拆分后重新提交。',
  },
  foreignForm: {
    vi: 'Biểu mẫu này không được gửi từ trang của hệ thống. Hãy mở lại trang rồi gửi.',
    en: 'This form was not sent from our own page. Open the page again and send it from there.',
    zh: '此表单并非从本系统页面提交，请重新打开页面后再提交。',
  },
  illFormedText: {
    vi: 'Dữ liệu gửi lên có ký tự bị hỏng (nửa ký hiệu hoặc ký tự rỗng) nên không lưu được. Hãy gõ lại chỗ đó.',
    en: 'The input holds half a character (a lone surrogate) or NUL, which cannot be stored. Type it again.',
    zh: '提交的内容含有残缺字符或空字符，无法保存，请重新输入。',
  },
  openMessagesAgain: {
    vi: 'Hãy mở lại trang tin báo rồi bấm lại.',
    en: 'Open the messages again, then press once more.',
    zh: '请重新打开消息页面后再操作。',
  },
  notWithSince: {
    vi: 'Không dùng cùng với since.',
    en: 'It does not go with since.',
    zh: '不能与 since 一起使用。',
  },
  cursor: {
    vi: 'Không phải con trỏ của danh sách này.',
    en: 'This is not a cursor of this list.',
    zh: '不是此列表的游标。',
  },
  organisationId: {
    vi: 'Cần mã (id) của tổ chức.',
    en: 'The id of the organisation is needed.',
    zh: '需要组织的 id。',
  },
  idempotencyKey: {
    vi: 'Dài 1 đến 255 ký tự in được.',
    en: 'It has 1 to 255 printable characters.',
    zh: '长度为 1 至 255 个可打印字符。',
  },
  scannedText: {
    vi: 'Cần nội dung của mã đã quét, dạng chuỗi.',
    en: 'The text of the scanned code is needed, as a string.',
    zh: '需要所扫描二维码的内容（字符串）。',
  },
} as const satisfies Record<string, LocalText>
