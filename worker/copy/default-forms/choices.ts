import type { LocalText } from '../../lib/text/local-text.ts'

/** Answers to choose from in the forms every department begins with. */
export const DEFAULT_CHOICES = {
  yes_no: {
    yes: { vi: 'Có', en: 'Yes', zh: '是' },
    no: { vi: 'Không', en: 'No', zh: '否' },
  },
  sample_result: {
    passed: { vi: 'Đạt', en: 'Passed', zh: '合格' },
    failed: { vi: 'Không đạt', en: 'Failed', zh: '不合格' },
    waiting: { vi: 'Chờ kết quả', en: 'Waiting', zh: '待结果' },
  },
  growth_stage: {
    young: { vi: 'Kiến thiết cơ bản', en: 'Not yet bearing', zh: '幼树期' },
    leafing: { vi: 'Sinh trưởng, ra lá', en: 'Leafing', zh: '营养生长' },
    flowering: { vi: 'Ra hoa', en: 'Flowering', zh: '开花' },
    fruiting: { vi: 'Đậu quả, nuôi quả', en: 'Fruit growing', zh: '结果' },
    harvest: { vi: 'Thu hoạch', en: 'Harvest', zh: '采收' },
    rest: { vi: 'Sau thu hoạch', en: 'After harvest', zh: '采后' },
  },
  pests_seen: {
    none: { vi: 'Không phát hiện loài nào', en: 'None was found', zh: '未发现' },
  },
  checks_made: {
    none: { vi: 'Chưa kiểm tra nội dung nào', en: 'None was made', zh: '均未检查' },
  },
  treatments_made: {
    none: { vi: 'Chưa áp dụng', en: 'None is applied', zh: '均未采用' },
  },
  pest_method: {
    ipm: { vi: 'Quản lý tổng hợp (IPM)', en: 'Integrated (IPM)', zh: '综合防治（IPM）' },
    biological: { vi: 'Sinh học', en: 'Biological', zh: '生物防治' },
    manual: { vi: 'Thủ công, bẫy, bao quả', en: 'By hand, traps, bagging', zh: '人工、诱捕、套袋' },
    chemical: { vi: 'Hóa học', en: 'Chemical', zh: '化学防治' },
  },
  treatment: {
    wash: { vi: 'Rửa', en: 'Washing', zh: '清洗' },
    sort: { vi: 'Phân loại', en: 'Sorting', zh: '分拣' },
    air_gun: { vi: 'Thổi khí', en: 'Air gun', zh: '气枪清理' },
    heat: { vi: 'Hơi nước nóng', en: 'Vapour heat', zh: '蒸热处理' },
    cold: { vi: 'Xử lý lạnh', en: 'Cold', zh: '冷处理' },
    irradiation: { vi: 'Chiếu xạ', en: 'Irradiation', zh: '辐照' },
  },
} as const satisfies Record<string, Record<string, LocalText>>
