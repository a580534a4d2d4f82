import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a photo of a product is not taken. */
export const PHOTO_REFUSALS = {
  missing: { vi: 'Hãy chọn một ảnh.', en: 'Choose a photo.', zh: '请选择一张照片。' },
  tooLarge: {
    vi: 'Ảnh quá lớn, nhiều nhất 10 MB. Hãy chọn ảnh nhỏ hơn, hoặc chụp lại ở độ phân giải thấp hơn.',
    en: 'The photo is too large; at most 10 MB. Choose a smaller one, or take it again at a lower resolution.',
    zh: '照片过大，最多 10 MB。请选择较小的照片，或以较低分辨率重新拍摄。',
  },
  tooManyPixels: {
    vi: 'Ảnh quá lớn, nhiều nhất 40 triệu điểm ảnh. Hãy thu nhỏ ảnh rồi gửi lại.',
    en: 'The photo is too large; at most 40 million pixels. Make it smaller and send it again.',
    zh: '照片过大，最多 4000 万像素。请缩小后重新提交。',
  },
  heic: {
    vi: 'Ảnh này ở dạng HEIC (hoặc AVIF) của điện thoại, nhiều máy không mở được. Hãy lưu thành JPG rồi gửi lại; trên iPhone: Cài đặt › Camera › Định dạng › Tương thích nhất.',
    en: 'This photo is HEIC (or AVIF), which many devices cannot open. Save it as JPG and send it again; on an iPhone: Settings › Camera › Formats › Most Compatible.',
    zh: '该照片为 HEIC（或 AVIF）格式，许多设备无法打开。请存为 JPG 后重新提交；iPhone：设置 › 相机 › 格式 › 兼容性最佳。',
  },
  video: {
    vi: 'Đây là đoạn phim, không phải ảnh. Hãy chọn một ảnh JPG, PNG hoặc WebP.',
    en: 'This is a video, not a photo. Choose a JPG, PNG or WebP picture.',
    zh: '这是视频，不是照片。请选择 JPG、PNG 或 WebP 图片。',
  },
  pdf: {
    vi: 'Đây là tệp PDF, không phải ảnh. Hãy chọn một ảnh JPG, PNG hoặc WebP.',
    en: 'This is a PDF, not a photo. Choose a JPG, PNG or WebP picture.',
    zh: '这是 PDF 文件，不是照片。请选择 JPG、PNG 或 WebP 图片。',
  },
  other: {
    vi: 'Tệp này không phải ảnh. Chỉ nhận ảnh JPG, PNG và WebP.',
    en: 'This file is no picture we take: only JPG, PNG and WebP.',
    zh: '此文件不是可接受的图片，仅接受 JPG、PNG 和 WebP。',
  },
  broken: {
    vi: 'Ảnh bị hỏng hoặc chưa đủ. Hãy chụp hoặc lưu lại rồi gửi.',
    en: 'The picture is broken or cut off. Take or save it again, then send it.',
    zh: '图片已损坏或不完整，请重新拍摄或保存后再提交。',
  },
  enough: {
    vi: 'Mỗi sản phẩm nhiều nhất 12 ảnh. Hãy gỡ bớt một ảnh rồi gửi lại.',
    en: 'A product has at most 12 photos. Take one out, then send this one again.',
    zh: '每种产品最多 12 张照片。请先移除一张再提交。',
  },
  gone: {
    vi: 'Ảnh này đã được gỡ khỏi sản phẩm.',
    en: 'This photo was taken out of the product.',
    zh: '该照片已从产品中移除。',
  },
} as const satisfies Record<string, LocalText>
