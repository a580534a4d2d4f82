import type { LocalText } from '../../lib/text/local-text.ts'

/** A printed sample, photographed and read back. */
export const READ_BACK_COPY = {
  noun: { vi: 'Ảnh tem in thử', en: 'Photo of a sample', zh: '试印照片' },
  title: { vi: 'Chụp lại tem in thử', en: 'Photograph the printed sample', zh: '拍摄试印标签' },
  note: {
    vi: 'In tờ mẫu, rồi chụp gần một tem: thấy rõ cả viền trắng quanh mã. Ảnh chỉ dùng để đọc thử, không lưu lại.',
    en: 'Print the samples and photograph one label from near, with the white border around its code. The photo is read and not kept.',
    zh: '打印样张后近距离拍摄一张标签，须包含二维码四周的白边。照片仅用于读取，不会保存。',
  },
  file: { vi: 'Ảnh chụp tem in thử', en: 'Photo of the printed sample', zh: '试印标签照片' },
  fileHint: { vi: 'JPG, PNG hoặc WebP.', en: 'JPG, PNG or WebP.', zh: 'JPG、PNG 或 WebP。' },
  save: { vi: 'Đọc thử', en: 'Read it', zh: '读取' },
  again: { vi: 'Chụp ảnh khác', en: 'Take another photo', zh: '重新拍摄' },
  toLabels: { vi: 'Về trang in tem', en: 'Back to printing', zh: '返回打印' },
  reading: { vi: 'Đang đọc ảnh…', en: 'Reading the photo…', zh: '正在读取照片…' },
  failed: {
    vi: 'Chưa đọc được ảnh này vì lỗi của hệ thống. Hãy gửi lại ảnh.',
    en: 'The photo was not read because of a fault here. Send it again.',
    zh: '系统故障，未能读取照片。请重新提交。',
  },
  tooManyPixels: {
    vi: 'Ảnh quá lớn, nhiều nhất 6 triệu điểm ảnh. Hãy bật JavaScript để máy tự thu nhỏ, hoặc chụp ở độ phân giải thấp hơn.',
    en: 'The photo is too large; at most 6 million pixels. Turn JavaScript on, which makes it smaller, or take it at a lower resolution.',
    zh: '照片过大，最多 600 万像素。请启用 JavaScript 自动缩小，或以较低分辨率拍摄。',
  },
} as const satisfies Record<string, LocalText>

/** What a photo says, and what to do. */
export const READ_BACK_FOUND = {
  readable: {
    vi: 'Tem in thử đọc được. Máy in và khổ tem này dùng được.',
    en: 'The sample reads well. This printer and label stock will do.',
    zh: '试印标签可正常读取。该打印机和标签规格可用。',
  },
  narrow: {
    vi: 'Đọc được nhưng in chưa sắc: tem trầy xước nhẹ là khó quét. Hãy chọn chất lượng in cao nhất, lau đầu in, hoặc chọn khổ tem lớn hơn.',
    en: 'It reads, but the print is not crisp: a light scratch would make it hard to scan. Choose the best print quality, clean the head, or take a larger stock.',
    zh: '可以读取，但印刷不够清晰：轻微刮擦即难以扫描。请选择最高打印质量、清洁打印头，或使用更大规格。',
  },
  quiet_zone: {
    vi: 'Viền trắng quanh mã bị cắt hoặc bị in đè. Hãy in với tỷ lệ 100 %, căn lại giấy; nếu chỉ do ảnh chụp thiếu viền thì chụp lại cả tem.',
    en: 'The white border around the code is cut or printed over. Print at 100 % and align the paper; if only the photo cuts it off, take the whole label.',
    zh: '二维码四周的白边被裁切或遮盖。请按 100% 比例打印并校准纸张；若仅是照片未拍全，请重拍整张标签。',
  },
  other_code: {
    vi: 'Mã trong ảnh không phải tem in thử của hệ thống này. Hãy chụp tem có chữ MẪU.',
    en: 'The code in the photo is no sample of this system. Photograph a label that says MẪU.',
    zh: '照片中的二维码不是本系统的试印样张。请拍摄印有 MẪU 的标签。',
  },
  unreadable: {
    vi: 'Thấy mã nhưng không đọc được. Hãy chụp lại gần hơn, đủ sáng; vẫn không được thì chọn khổ tem lớn hơn hoặc chỉnh máy in.',
    en: 'There is a code, but it cannot be read. Photograph it nearer and in good light; if that fails, choose a larger stock or mend the printer.',
    zh: '找到二维码但无法读取。请在光线充足处近距离重拍；仍不行则选更大规格或调整打印机。',
  },
  blurred: {
    vi: 'Ảnh bị mờ. Hãy giữ yên máy, chạm vào tem để lấy nét rồi chụp lại.',
    en: 'The photo is blurred. Hold still, touch the label to focus and take it again.',
    zh: '照片模糊。请保持稳定，点按标签对焦后重拍。',
  },
  none: {
    vi: 'Không thấy mã nào trong ảnh. Hãy chụp gần một tem, thấy trọn mã vuông.',
    en: 'No code was found in the photo. Photograph one label from near, with its whole square code.',
    zh: '照片中未找到二维码。请近距离拍摄一张标签，包含完整的方形码。',
  },
} as const satisfies Record<string, LocalText>
