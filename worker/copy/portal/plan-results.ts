import type { LocalText } from '../../lib/text/local-text.ts'

/** Plan and results of a year, as a workbook. */
export const PLAN_RESULTS_COPY = {
  download: { vi: 'Tải kết quả (xlsx)', en: 'Download the results (xlsx)', zh: '下载结果（xlsx）' },
  sheet: { vi: 'Kết quả', en: 'Results', zh: '结果' },
  from: { vi: 'Từ ngày', en: 'From', zh: '起始日期' },
  to: { vi: 'Đến ngày', en: 'To', zh: '截止日期' },
  sites: { vi: 'Số nơi (theo vụ)', en: 'Places, by season', zh: '场所数（按季）' },
  visits: { vi: 'Lượt theo kế hoạch', en: 'Visits planned', zh: '计划次数' },
  done: { vi: 'Lượt đã kiểm tra', en: 'Visits made', zh: '已检查次数' },
  overdue: { vi: 'Lượt quá hạn', en: 'Overdue', zh: '逾期' },
  inspected: {
    vi: 'Nơi có biên bản (theo vụ)',
    en: 'Places with minutes, by season',
    zh: '有记录场所（按季）',
  },
  minutes: { vi: 'Số biên bản', en: 'Minutes', zh: '记录数' },
  failed: { vi: 'Biên bản không đạt', en: 'Failed', zh: '不合格' },
  samples: { vi: 'Mẫu đã lấy', en: 'Samples', zh: '已采样' },
  findings: { vi: 'Điểm chưa đạt', en: 'Findings', zh: '不符合项' },
  mended: { vi: 'Đã kết thúc', en: 'Closed', zh: '已关闭' },
  share: { vi: 'Tỷ lệ (%)', en: 'Share (%)', zh: '完成率（%）' },
} as const satisfies Record<string, LocalText>
