import type { LocalText } from '../lib/text/local-text.ts'

/** What the code of a sample leads to. */
export const TEST_PRINT_COPY = {
  title: { vi: 'Tem mẫu: mã đọc tốt', en: 'Sample: the code reads well', zh: '样张：可正常读取' },
  lead: {
    vi: 'Máy in và khổ tem này dùng được. Bạn có thể in tem thật.',
    en: 'This printer and label stock will do. You can print the labels.',
    zh: '该打印机和标签规格可用，可以打印正式标签。',
  },
  notALabel: {
    vi: 'Đây là tem mẫu để thử máy in, không gắn với hàng hóa nào. Nếu thấy tem mẫu trên hàng bán, hãy báo cho người bán.',
    en: 'This is a sample for trying a printer and belongs to no goods. If you see it on goods for sale, tell the seller.',
    zh: '这是试打印样张，不对应任何商品。如在销售商品上看到样张，请告知销售者。',
  },
} as const satisfies Record<string, LocalText>
