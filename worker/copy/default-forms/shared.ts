import type { LocalText } from '../../lib/text/local-text.ts'

/** What is asked of a growing area and of a packing house alike. */
export const SHARED_QUESTIONS = {
  general: { vi: 'Thông tin chung', en: 'General', zh: '基本情况' },
  online_means: {
    vi: 'Kiểm tra trực tuyến bằng phương tiện nào, ai đưa máy quay đi',
    en: 'By which means online, and who carried the camera',
    zh: '线上检查方式及现场拍摄人',
  },
  samples: { vi: 'Lấy mẫu', en: 'Samples', zh: '取样' },
  sample_taken: { vi: 'Có lấy mẫu', en: 'A sample was taken', zh: '已取样' },
  sample_detail: {
    vi: 'Chỉ tiêu, kết quả, giới hạn, phòng thử nghiệm',
    en: 'Analyte, result, limit, laboratory',
    zh: '项目、结果、限量、实验室',
  },
  sample_result: { vi: 'Kết quả mẫu', en: 'Result', zh: '样品结果' },
  follow_up: { vi: 'Khắc phục lần trước', en: 'What was mended', zh: '上次整改' },
  follow_up_seen: {
    vi: 'Các điểm chưa đạt lần trước nay thế nào',
    en: 'How the earlier findings stand now',
    zh: '上次不符合项现状',
  },
  checks_made: {
    vi: 'Kiểm tra bắt buộc của thị trường: đã làm',
    en: 'Checks that the markets require: which were made',
    zh: '市场必检项目：已完成',
  },
  proof: { vi: 'Hình ảnh, vị trí', en: 'Photos and position', zh: '照片与位置' },
  position: { vi: 'Vị trí kiểm tra', en: 'Position', zh: '检查位置' },
} as const satisfies Record<string, LocalText>
