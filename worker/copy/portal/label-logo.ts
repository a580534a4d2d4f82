import type { LocalText } from '../../lib/text/local-text.ts'

/** The logo on labels. */
export const LOGO_COPY = {
  title: { vi: 'Logo trên tem', en: 'Logo on the labels', zh: '标签上的标志' },
  note: {
    vi: 'Logo in một màu đen ở đầu phần chữ. Khổ tem nhỏ không đủ chỗ thì bỏ logo trước các dòng khác; mã QR không bao giờ bị thu nhỏ vì logo.',
    en: 'The logo is printed in black above the text. Where a small label has no room it goes before any line does; the code is never made smaller for it.',
    zh: '标志以黑色印在文字上方。标签空间不足时，先省去标志再省其他行；二维码不会因此缩小。',
  },
  file: { vi: 'Ảnh logo', en: 'Picture of the logo', zh: '标志图片' },
  fileHint: {
    vi: 'JPG, PNG hoặc WebP. Nét đậm, nền trắng hoặc trong suốt thì in rõ nhất.',
    en: 'JPG, PNG or WebP. Bold lines on white or nothing print best.',
    zh: 'JPG、PNG 或 WebP。粗线条、白底或透明底效果最佳。',
  },
  save: { vi: 'Dùng logo này', en: 'Use this logo', zh: '使用此标志' },
  now: { vi: 'Logo đang in', en: 'The logo as it prints', zh: '当前标志' },
  none: { vi: 'Chưa có logo.', en: 'No logo yet.', zh: '暂无标志。' },
  remove: { vi: 'Bỏ logo', en: 'Remove the logo', zh: '移除标志' },
  making: {
    vi: 'Đang xử lý ảnh vừa gửi. Tải lại trang sau vài giây.',
    en: 'The picture just sent is being worked on. Reload in a few seconds.',
    zh: '正在处理刚提交的图片，请几秒后刷新。',
  },
  saved: {
    vi: 'Đã nhận ảnh. Xem logo bên dưới trước khi in.',
    en: 'The picture is taken. Look at the logo below before you print.',
    zh: '图片已接收，打印前请查看下方标志。',
  },
  removed: { vi: 'Đã bỏ logo.', en: 'The logo is removed.', zh: '标志已移除。' },
  atWork: {
    vi: 'Ảnh trước đang được xử lý. Hãy thử lại sau vài giây.',
    en: 'The picture before is still being worked on. Try again in a few seconds.',
    zh: '上一张图片仍在处理，请几秒后重试。',
  },
  unreadable: {
    vi: 'Không đọc được ảnh này. Hãy lưu lại thành PNG rồi gửi.',
    en: 'The picture cannot be read. Save it as PNG and send it again.',
    zh: '无法读取该图片，请另存为 PNG 后重新提交。',
  },
  blank: {
    vi: 'Ảnh chỉ có một màu nên in ra không thấy gì. Hãy gửi logo đậm trên nền trắng.',
    en: 'The picture is all of one tone and nothing of it would print. Send a dark logo on white.',
    zh: '图片只有一种色调，打印后看不到内容。请提交白底深色标志。',
  },
  tooManyPixels: {
    vi: 'Ảnh logo quá lớn, nhiều nhất 6 triệu điểm ảnh. Hãy thu nhỏ rồi gửi lại.',
    en: 'The picture is too large for a logo; at most 6 million pixels. Make it smaller and send it again.',
    zh: '标志图片过大，最多 600 万像素。请缩小后重新提交。',
  },
} as const satisfies Record<string, LocalText>
