import type { LocalText } from '../lib/text/local-text.ts'

/**
 * The facts of a growing area, packing house or site of another kind in words. `…Logged`: as the log,
 * the history and changes of a list call it; `…Public`: as anyone reads it; `…Column`: what the column
 * of the open data means.
 */
export const SITE_FACT_COPY = {
  hamlet: { vi: 'Ấp, thôn, khóm', en: 'Hamlet', zh: '村、组' },
  hamletLogged: { vi: 'Ấp, thôn', en: 'Hamlet', zh: '村、组' },
  formerDistrict: { vi: 'Huyện (cũ)', en: 'Former district', zh: '原县' },
  formerDistrictHint: {
    vi: 'Ghi nếu giấy tờ cũ có tên huyện; giúp nhận đúng xã.',
    en: 'Where old papers name one; it helps to tell communes apart.',
    zh: '旧文件有县名时填写，便于识别乡。',
  },
  area: { vi: 'Diện tích khai', en: 'Declared area', zh: '申报面积' },
  areaHint: { vi: 'Ví dụ 2,5 ha hoặc 12 công.', en: 'For example 2,5 ha.', zh: '例如 2,5 ha。' },
  areaLogged: { vi: 'Diện tích (ha)', en: 'Area (ha)', zh: '面积（公顷）' },
  areaPublic: { vi: 'Diện tích', en: 'Area', zh: '面积' },
  areaColumn: { vi: 'Diện tích, hecta', en: 'Area in hectares', zh: '面积（公顷）' },
  capacity: { vi: 'Công suất (tấn/ngày)', en: 'Capacity (t a day)', zh: '产能（吨/日）' },
  householdCount: { vi: 'Số hộ', en: 'Households', zh: '农户数' },
  waterSource: { vi: 'Nguồn nước tưới', en: 'Irrigation water source', zh: '灌溉水源' },
  waterSourceHint: {
    vi: 'Ví dụ kênh nội đồng, giếng khoan, nước mưa.',
    en: 'For example a field canal, a bored well, rain.',
    zh: '例如田间渠道、机井、雨水。',
  },
  waterSourceColumn: {
    vi: 'Nguồn nước tưới, như chủ thể ghi',
    en: 'Irrigation water source, as the holder wrote it',
    zh: '灌溉水源（持有人填写）',
  },
  representative: { vi: 'Người đại diện', en: 'Representative', zh: '代表人' },
  phone: { vi: 'Điện thoại', en: 'Telephone', zh: '电话' },
} as const satisfies Record<string, LocalText>
