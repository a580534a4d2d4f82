import type { LocalText } from '../../lib/text/local-text.ts'
import { SHARED_QUESTIONS } from './shared.ts'

/** The questions about a packing house, by their names in the form. */
export const PACKING_HOUSE_QUESTIONS = {
  ...SHARED_QUESTIONS,
  floor_area_m2: { vi: 'Diện tích nhà xưởng (m²)', en: 'Floor area (m²)', zh: '厂房面积（m²）' },
  capacity_t_per_day: {
    vi: 'Công suất (tấn/ngày)',
    en: 'Capacity (t/day)',
    zh: '产能（吨/天）',
  },
  cold_store_m3: { vi: 'Kho lạnh (m³)', en: 'Cold store (m³)', zh: '冷库（m³）' },
  treatment: { vi: 'Xử lý', en: 'Treatment', zh: '处理方式' },
  origin: { vi: 'Nguồn hàng, truy xuất', en: 'Origin and tracing', zh: '来源与追溯' },
  coded_only: {
    vi: 'Chỉ nhận hàng từ vùng trồng có mã số',
    en: 'Takes goods from coded areas only',
    zh: '仅接收有注册编号种植区的货物',
  },
  ledger_kept: {
    vi: 'Có sổ hàng vào, hàng ra theo lô',
    en: 'Goods in and out are recorded by lot',
    zh: '按批次记录进出货',
  },
  ledger_missing: { vi: 'Cần ghi bổ sung những gì', en: 'What is to be added', zh: '需补充内容' },
  traced: {
    vi: 'Thử truy một lô về vùng trồng: làm được',
    en: 'One lot was traced back to its area',
    zh: '抽查一批可追溯至种植区',
  },
  hygiene: { vi: 'Vệ sinh, an toàn', en: 'Hygiene and safety', zh: '卫生与安全' },
  clean: {
    vi: 'Khu sơ chế sạch, một chiều, tách khu bẩn',
    en: 'Clean, one way, apart from the dirty side',
    zh: '加工区清洁、单向、洁污分开',
  },
  pest_proof: {
    vi: 'Có lưới, bẫy ngăn sinh vật gây hại',
    en: 'Screens and traps against pests',
    zh: '有防虫网、诱捕设施',
  },
  waste_removed: {
    vi: 'Quả loại, phế phẩm được đưa đi trong ngày',
    en: 'Rejects are removed the same day',
    zh: '次果废料当日清运',
  },
  water_safe: { vi: 'Nước rửa đạt yêu cầu', en: 'Washing water is safe', zh: '清洗用水达标' },
  food_safety_certificate: {
    vi: 'Giấy chứng nhận an toàn thực phẩm còn hạn',
    en: 'Food-safety certificate in force',
    zh: '食品安全证书有效',
  },
  staff_trained: { vi: 'Người làm được tập huấn', en: 'Staff are trained', zh: '员工已培训' },
  photos: { vi: 'Ảnh tại cơ sở', en: 'Photos of the place', zh: '现场照片' },
  treatments_made: {
    vi: 'Xử lý thị trường yêu cầu: đang áp dụng',
    en: 'Treatments that the markets ask: which are applied',
    zh: '市场要求的处理：已采用',
  },
  papers_note: {
    vi: 'Hồ sơ thị trường yêu cầu phải có',
    en: 'Papers that the markets require',
    zh: '市场必备文件',
  },
} as const satisfies Record<string, LocalText>
