import type { LocalText } from '../../lib/text/local-text.ts'

/** The page of a product's photos in the portal. */
export const PHOTOS_COPY = {
  title: { vi: 'Ảnh của {name}', en: 'Photos of {name}', zh: '{name}的照片' },
  link: { vi: 'Thêm, sửa ảnh', en: 'Add and edit photos', zh: '添加、编辑照片' },
  lead: {
    vi: 'Ảnh đầu tiên hiện trên trang quét tem. Nơi chụp và giờ chụp lưu trong ảnh được xóa trước khi cất.',
    en: 'The first photo is on the page of a scanned label. Where and when a photo was taken is removed before it is kept.',
    zh: '第一张照片显示在扫码页面上。照片中的拍摄地点和时间在保存前会被删除。',
  },
  none: { vi: 'Chưa có ảnh nào.', en: 'No photos yet.', zh: '暂无照片。' },
  add: { vi: 'Thêm ảnh', en: 'Add a photo', zh: '添加照片' },
  file: { vi: 'Ảnh', en: 'Photo', zh: '照片' },
  fileHint: {
    vi: 'Chụp rõ sản phẩm, đủ sáng.',
    en: 'Show the product clearly, in good light.',
    zh: '请在光线充足处清晰拍摄产品。',
  },
  alt: { vi: 'Ảnh chụp gì', en: 'What it shows', zh: '照片内容' },
  altHint: {
    vi: 'Đọc cho người không xem được ảnh. Ví dụ: Hộp xoài sấy dẻo 250 g, mặt trước.',
    en: 'Read out to people who cannot see it. For example: 250 g box of dried mango, front.',
    zh: '供看不到图片的人收听。例如：250 克芒果干盒，正面。',
  },
  upload: { vi: 'Gửi ảnh', en: 'Send the photo', zh: '上传照片' },
  saveAlt: { vi: 'Lưu', en: 'Save', zh: '保存' },
  first: { vi: 'Ảnh đầu tiên', en: 'First photo', zh: '第一张' },
  nth: { vi: 'Ảnh {n}', en: 'Photo {n}', zh: '第 {n} 张' },
  earlier: { vi: 'Đưa lên trước', en: 'Move forward', zh: '前移' },
  toFirst: { vi: 'Đặt làm ảnh đầu tiên', en: 'Make it the first', zh: '设为第一张' },
  remove: { vi: 'Gỡ ảnh', en: 'Take out', zh: '移除' },
  removeTitle: { vi: 'Gỡ ảnh này?', en: 'Take this photo out?', zh: '移除该照片？' },
  removeNote: {
    vi: 'Ảnh không còn hiện trên trang sản phẩm và trang quét tem. Có thể gửi lại sau.',
    en: 'It is shown no more on the product’s page and on pages of labels. It can be sent again later.',
    zh: '照片将不再显示在产品页面和扫码页面上，以后可重新上传。',
  },
  added: { vi: 'Đã thêm ảnh.', en: 'The photo is added.', zh: '照片已添加。' },
  there: {
    vi: 'Ảnh này đã có sẵn trong sản phẩm, không thêm lần nữa.',
    en: 'This photo is there already; it is not added twice.',
    zh: '该照片已存在，未重复添加。',
  },
  described: { vi: 'Đã lưu lời mô tả.', en: 'The description is saved.', zh: '说明已保存。' },
  moved: { vi: 'Đã đổi thứ tự ảnh.', en: 'The order is changed.', zh: '顺序已更改。' },
  removed: { vi: 'Đã gỡ ảnh.', en: 'The photo is taken out.', zh: '照片已移除。' },
  /** Told by the page’s script. */
  shrinking: {
    vi: 'Đang thu nhỏ ảnh trên máy này…',
    en: 'Making the photo smaller on this device…',
    zh: '正在本机缩小照片…',
  },
  shrunk: {
    vi: 'Đã thu nhỏ ảnh còn {size}, gửi sẽ nhanh hơn.',
    en: 'Made smaller: {size}. It will be sent faster.',
    zh: '照片已缩小为 {size}，上传更快。',
  },
  sending: { vi: 'Đang gửi…', en: 'Sending…', zh: '正在上传…' },
} as const satisfies Record<string, LocalText>
