import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a list is not written. */
export const EXPORT_REFUSALS = {
  market: { vi: 'Không có thị trường này.', en: 'There is no such market.', zh: '没有此市场。' },
  status: { vi: 'Không có trạng thái này.', en: 'There is no such status.', zh: '没有此状态。' },
  tooManyRows: {
    vi: 'Danh sách dài hơn {most} dòng nên không ghi vào một tệp Excel. Hãy lọc bớt, hoặc chọn CSV.',
    en: 'The list is longer than {most} rows, too long for one Excel file. Narrow it, or choose CSV.',
    zh: '列表超过 {most} 行，无法写入一个 Excel 文件。请缩小范围或选择 CSV。',
  },
} as const satisfies Record<string, LocalText>
