import type { LocalText } from '../../lib/text/local-text.ts'

/** Label stock of one's own size. */
export const LABEL_STOCK_COPY = {
  noun: { vi: 'khổ tem này', en: 'label size', zh: '该标签规格' },
  title: { vi: 'Khổ tem riêng', en: 'Own label sizes', zh: '自定义标签规格' },
  lead: {
    vi: 'Khổ tem đặt in riêng, thêm vào các khổ bán sẵn.',
    en: 'Labels made to your own size, beside those sold everywhere.',
    zh: '除市售规格外，自行定制的标签规格。',
  },
  empty: { vi: 'Chưa có khổ tem riêng.', en: 'No sizes of your own yet.', zh: '暂无自定义规格。' },
  add: { vi: 'Thêm khổ tem', en: 'Add a size', zh: '添加规格' },
  edit: { vi: 'Sửa khổ tem', en: 'Edit the size', zh: '编辑规格' },
  saved: { vi: 'Đã lưu khổ tem.', en: 'The size is saved.', zh: '规格已保存。' },
  name: { vi: 'Tên gọi', en: 'Name', zh: '名称' },
  nameHint: {
    vi: 'Ví dụ: Tem hộp 4 sao.',
    en: 'For example: box label, four stars.',
    zh: '例如：四星礼盒标签。',
  },
  kind: { vi: 'Loại giấy', en: 'Kind of paper', zh: '纸张类型' },
  roll: { vi: 'Cuộn, từng tem một', en: 'Roll, one after the other', zh: '卷纸，逐张' },
  sheet: { vi: 'Tờ A4, nhiều tem', en: 'A4 sheet of several', zh: 'A4 纸，多枚' },
  width: { vi: 'Rộng (mm)', en: 'Width (mm)', zh: '宽（毫米）' },
  height: { vi: 'Cao (mm)', en: 'Height (mm)', zh: '高（毫米）' },
  sheetGroup: { vi: 'Cách xếp trên tờ A4', en: 'How they lie on A4', zh: '在 A4 纸上的排列' },
  columns: { vi: 'Số cột', en: 'Columns', zh: '列数' },
  rows: { vi: 'Số hàng', en: 'Rows', zh: '行数' },
  left: { vi: 'Lề trái (mm)', en: 'Left margin (mm)', zh: '左边距（毫米）' },
  top: { vi: 'Lề trên (mm)', en: 'Top margin (mm)', zh: '上边距（毫米）' },
  gapX: { vi: 'Khoảng cách ngang (mm)', en: 'Gap between columns (mm)', zh: '列间距（毫米）' },
  gapY: { vi: 'Khoảng cách dọc (mm)', en: 'Gap between rows (mm)', zh: '行间距（毫米）' },
  sizeOdd: {
    vi: 'Mỗi cạnh của tem từ 18 đến 300 mm.',
    en: 'Each side of a label is 18 to 300 mm.',
    zh: '标签每边应为 18 至 300 毫米。',
  },
  gridMissing: {
    vi: 'Tờ A4 cần số cột và số hàng.',
    en: 'An A4 sheet needs columns and rows.',
    zh: 'A4 纸需要列数和行数。',
  },
  offPaper: {
    vi: 'Tem tràn ra ngoài tờ A4 (210 × 297 mm). Hãy xem lại số cột, số hàng, lề và khoảng cách.',
    en: 'The labels run off A4 (210 × 297 mm). Look at columns, rows, margins and gaps again.',
    zh: '标签超出 A4 纸（210 × 297 毫米）。请检查列数、行数、边距和间距。',
  },
  size: { vi: 'Kích thước', en: 'Size', zh: '尺寸' },
} as const satisfies Record<string, LocalText>
