import type { SeasonStandard } from '../../domain/seasons/standards.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

export const SEASON_STANDARD_NAMES = {
  vietgap_2017: {
    vi: 'VietGAP (TCVN 11892-1:2017)',
    en: 'VietGAP (TCVN 11892-1:2017)',
    zh: 'VietGAP（TCVN 11892-1:2017）',
  },
  vietgap_2026: {
    vi: 'VietGAP (TCVN 11892-1:2026)',
    en: 'VietGAP (TCVN 11892-1:2026)',
    zh: 'VietGAP（TCVN 11892-1:2026）',
  },
  globalgap: { vi: 'GlobalG.A.P.', en: 'GlobalG.A.P.', zh: 'GlobalG.A.P.' },
  organic: { vi: 'Hữu cơ', en: 'Organic', zh: '有机' },
  other: { vi: 'Tiêu chuẩn khác', en: 'Another standard', zh: '其他标准' },
} as const satisfies Record<SeasonStandard, LocalText>

/** The questions of a season, and what is wrong with an answer. */
export const SEASON_COPY = {
  ...labels('site', 'household', 'crop', 'variety', 'area'),
  noun: { vi: 'vụ này', en: 'season', zh: '该生产季' },
  householdHint: {
    vi: 'Bỏ trống nếu vụ này của cả vùng trồng.',
    en: 'Left empty where the season is on the whole growing area.',
    zh: '若为整个种植区的生产季，请留空。',
  },
  plot: { vi: 'Thửa, lô đất', en: 'Plot', zh: '地块' },
  areaHint: {
    vi: 'Ví dụ: 2,5 ha hoặc 8 công.',
    en: 'For example: 2.5 ha.',
    zh: '例如：2.5 公顷。',
  },
  standard: { vi: 'Tiêu chuẩn áp dụng', en: 'Standard followed', zh: '执行标准' },
  standardNote: {
    vi: 'Phiên bản, hoặc tên tiêu chuẩn khác',
    en: 'Edition, or the name of another standard',
    zh: '版本，或其他标准的名称',
  },
  startsOn: { vi: 'Ngày bắt đầu vụ', en: 'First day', zh: '开始日期' },
  startsOnHint: {
    vi: 'Ngày gieo trồng; với cây lâu năm là ngày bắt đầu chăm sóc của vụ.',
    en: 'The day of sowing; for perennial crops the day the year’s work begins.',
    zh: '播种日期；多年生作物为当季管理开始之日。',
  },
  floweringOn: { vi: 'Ngày ra hoa', en: 'Flowering', zh: '开花日期' },
  expectedFrom: {
    vi: 'Dự kiến thu hoạch từ ngày',
    en: 'Harvest expected from',
    zh: '预计采收开始',
  },
  expectedTo: { vi: 'Dự kiến thu hoạch xong', en: 'Harvest expected to end', zh: '预计采收结束' },
  expectedYield: { vi: 'Sản lượng dự kiến', en: 'Expected yield', zh: '预计产量' },
  yieldHint: {
    vi: 'Ví dụ: 12 tấn, 8 tạ, 850 kg. Không ghi đơn vị là kg.',
    en: 'For example: 12 t or 850 kg. Without a unit: kg.',
    zh: '例如：12 t、850 kg。不写单位按千克计。',
  },
  markets: { vi: 'Thị trường dự kiến', en: 'Intended markets', zh: '预定市场' },
  endedOn: { vi: 'Ngày kết thúc vụ', en: 'Last day', zh: '结束日期' },
  endedOnHint: {
    vi: 'Ngày thu hoạch cuối cùng của vụ.',
    en: 'The last day of harvest.',
    zh: '本季最后一次采收之日。',
  },
  yield: { vi: 'Sản lượng chính thức', en: 'Official yield', zh: '正式产量' },
  reason: { vi: 'Lý do mở lại', en: 'Why it is opened again', zh: '重新开启的原因' },
  marketsHint: {
    vi: 'Không chọn là bán trong nước.',
    en: 'None chosen means the domestic market.',
    zh: '不选则为国内市场。',
  },
  massOdd: {
    vi: 'Hãy ghi khối lượng, ví dụ 12 tấn hoặc 850 kg.',
    en: 'Write a weight, for example 12 t or 850 kg.',
    zh: '请填写重量，例如 12 t 或 850 kg。',
  },
  notAMarket: {
    vi: 'Không có thị trường này.',
    en: 'There is no such market.',
    zh: '没有该市场。',
  },
  noSuchHousehold: {
    vi: 'Không tìm thấy hộ này trong vùng trồng.',
    en: 'There is no such household in the growing area.',
    zh: '该种植区没有此农户。',
  },
  endsBeforeStart: {
    vi: 'Ngày này trước ngày bắt đầu vụ.',
    en: 'That is before the season begins.',
    zh: '该日期早于生产季开始。',
  },
  windowTurned: {
    vi: 'Ngày này trước ngày dự kiến bắt đầu thu hoạch.',
    en: 'That is before the harvest is expected to begin.',
    zh: '该日期早于预计采收开始之日。',
  },
  tooLong: {
    vi: 'Một vụ dài nhất hai năm; cây lâu năm ghi mỗi năm một vụ.',
    en: 'A season lasts two years at most; perennial crops have one a year.',
    zh: '一个生产季最长两年；多年生作物每年记一季。',
  },
  nameStandard: {
    vi: 'Hãy ghi tên tiêu chuẩn.',
    en: 'Say which standard.',
    zh: '请填写标准名称。',
  },
  inFuture: {
    vi: 'Ngày này chưa tới.',
    en: 'That day is still to come.',
    zh: '该日期尚未到来。',
  },
  overlaps: {
    vi: 'Đã có vụ {crop} từ {from} đến {to} trên cùng đất này. Hãy kết thúc vụ đó hoặc sửa ngày.',
    en: 'There is a season of {crop} from {from} to {to} on the same land. Close it, or change the days.',
    zh: '同一地块已有{crop}生产季（{from}至{to}）。请先结束该季或修改日期。',
  },
  isClosed: {
    vi: 'Vụ này đã kết thúc. Hãy mở lại trước khi sửa.',
    en: 'This season is closed. Open it again before changing it.',
    zh: '该生产季已结束。修改前请先重新开启。',
  },
  isOpen: {
    vi: 'Vụ này đang mở.',
    en: 'This season is open.',
    zh: '该生产季尚未结束。',
  },
  entryOutside: {
    vi: 'Việc ngày {on} nằm ngoài vụ đã chọn (bắt đầu {from}). Vẫn ghi, gắn vào vụ theo ngày nếu có?',
    en: 'Work of {on} lies outside the chosen season (begun {from}). Record it with the season of its day, if any?',
    zh: '{on}的作业不在所选生产季内（{from}开始）。仍要记录并按日期归入相应生产季吗？',
  },
  notThisSeason: {
    vi: 'Vụ đã chọn không phải của nơi này.',
    en: 'The chosen season is not of this place.',
    zh: '所选生产季不属于该地点。',
  },
  askStandard: {
    vi: '{standard} không còn hoặc chưa có hiệu lực ngày {on}. Bạn vẫn áp dụng phiên bản này?',
    en: '{standard} is not in force on {on}. Do you follow this edition all the same?',
    zh: '{standard}在{on}未生效或已失效。仍按该版本执行吗？',
  },
  askCrop: {
    vi: 'Vùng trồng này chưa khai cây {crop}. Bạn vẫn mở vụ?',
    en: 'This growing area has no {crop} on record. Open the season all the same?',
    zh: '该种植区未登记作物{crop}。仍要开启生产季吗？',
  },
  askArea: {
    vi: 'Diện tích {area} ha lớn hơn cả vùng trồng ({of} ha). Con số đúng chứ?',
    en: '{area} ha is more than the whole growing area ({of} ha). Is that right?',
    zh: '面积 {area} 公顷大于整个种植区（{of} 公顷）。数字正确吗？',
  },
  askYield: {
    vi: 'Sản lượng {tonnes} tấn trên {area} ha là {rate} tấn/ha, cao khác thường. Con số đúng chứ?',
    en: '{tonnes} t on {area} ha is {rate} t/ha, which is unusually high. Is that right?',
    zh: '{area} 公顷产量 {tonnes} 吨，即每公顷 {rate} 吨，异常偏高。数字正确吗？',
  },
  askFar: {
    vi: 'Sản lượng chính thức {yield} kg, dự kiến {expected} kg. Con số đúng chứ?',
    en: 'The official yield is {yield} kg, {expected} kg were expected. Is that right?',
    zh: '正式产量 {yield} 千克，预计 {expected} 千克。数字正确吗？',
  },
} as const satisfies Record<string, LocalText>
