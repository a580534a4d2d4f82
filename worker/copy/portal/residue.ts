import type { ResidueVerdict, SampleState } from '../../domain/residues/kinds.ts'
import type { MeasurementFault } from '../../domain/residues/read-measurement.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

export const SAMPLE_STATE_NAMES = {
  planned: { vi: 'Chờ lấy mẫu', en: 'To be taken', zh: '待采样' },
  taken: { vi: 'Chờ kết quả', en: 'At the laboratory', zh: '待结果' },
  reported: { vi: 'Đã có kết quả', en: 'Results are here', zh: '已有结果' },
  dropped: { vi: 'Không lấy nữa', en: 'Not taken', zh: '不再采样' },
} as const satisfies Record<SampleState, LocalText>

export const RESIDUE_VERDICT_NAMES = {
  failed: { vi: 'vượt mức', en: 'over the limit', zh: '超标' },
  undecided: { vi: 'chưa kết luận được', en: 'cannot be told', zh: '无法判定' },
  no_limit: { vi: 'chưa có giới hạn', en: 'no limit known', zh: '暂无限量' },
  passed: { vi: 'đạt', en: 'within the limit', zh: '合格' },
} as const satisfies Record<ResidueVerdict, LocalText>

export const MEASUREMENT_FAULTS = {
  unreadable: {
    vi: 'Không đọc được kết quả. Ví dụ: 0,012; <0,01; KPH.',
    en: 'This is not a result. For example: 0.012, <0.01, ND.',
    zh: '无法识别结果，例如：0,012、<0,01、未检出。',
  },
  two_units: {
    vi: 'Đơn vị trong ô kết quả khác đơn vị ghi bên cạnh.',
    en: 'The unit in the result differs from the one beside it.',
    zh: '结果中的单位与旁边填写的单位不同。',
  },
} as const satisfies Record<MeasurementFault, LocalText>

/** The questions of an analysis, wherever one is put down. */
export const ANALYSIS_COPY = {
  analyte: { vi: 'Chỉ tiêu', en: 'Analyte', zh: '检测项目' },
  result: { vi: 'Kết quả', en: 'Result', zh: '结果' },
  unit: { vi: 'Đơn vị đo', en: 'Unit', zh: '单位' },
  laboratory: { vi: 'Phòng thử nghiệm', en: 'Laboratory', zh: '检测实验室' },
  reportNo: { vi: 'Số phiếu kết quả', en: 'Report number', zh: '报告编号' },
} as const satisfies Record<string, LocalText>

/** The fields of a sample, its results and the plan. `{n}` is the place of a result in the form. */
export const RESIDUE_COPY = {
  ...labels('commune', 'crop', 'note', 'year', 'samples'),
  noun: { vi: 'mẫu này', en: 'sample', zh: '该样品' },
  planNoun: { vi: 'dòng kế hoạch này', en: 'line of the plan', zh: '该计划项' },
  about: { vi: 'Lấy mẫu ở', en: 'Sampled', zh: '采样对象' },
  aboutHint: {
    vi: 'Mã số vùng trồng, mã cơ sở đóng gói hoặc mã lô. Để trống nếu lấy ở nơi khác và ghi xã.',
    en: 'The code of a growing area or packing house, or a batch code. Left empty elsewhere; then say the commune.',
    zh: '种植区、包装厂编号或批次编码。其他地点留空并填写乡镇。',
  },
  aboutUnknown: {
    vi: 'Không tìm thấy mã số hoặc mã lô này.',
    en: 'No such code or batch.',
    zh: '未找到此编号或批次。',
  },
  aboutElsewhere: {
    vi: 'Nơi này ngoài địa bàn của bạn.',
    en: 'That lies outside your area.',
    zh: '不在您的辖区内。',
  },
  communeHint: {
    vi: 'Chỉ cần khi không ghi mã.',
    en: 'Only where no code is given.',
    zh: '仅在未填编号时需要。',
  },
  communeNeeded: {
    vi: 'Hãy ghi mã ở trên, hoặc xã nơi lấy mẫu.',
    en: 'Give a code above, or the commune.',
    zh: '请填写上方编号，或采样乡镇。',
  },
  markets: {
    vi: 'Đối chiếu với quy định của',
    en: 'Held against the rules of',
    zh: '对照市场规定',
  },
  marketsHint: {
    vi: 'Không chọn thì đối chiếu quy định trong nước.',
    en: 'The domestic rules where none is chosen.',
    zh: '未选择则按国内规定。',
  },
  plannedOn: { vi: 'Dự kiến lấy ngày', en: 'Planned for', zh: '计划采样日期' },
  takenOn: { vi: 'Đã lấy ngày', en: 'Taken on', zh: '采样日期' },
  takenHint: {
    vi: 'Để trống nếu chưa lấy.',
    en: 'Left empty while it is planned.',
    zh: '尚未采样则留空。',
  },
  takenAhead: {
    vi: 'Ngày lấy mẫu chưa tới.',
    en: 'That day is still to come.',
    zh: '采样日期尚未到。',
  },
  takenBy: { vi: 'Người lấy mẫu', en: 'Taken by', zh: '采样人' },
  sampleNo: { vi: 'Số mẫu trên niêm phong', en: 'Number on the seal', zh: '封签样品编号' },
  sampleNoNeeded: {
    vi: 'Mẫu đã lấy phải có số trên niêm phong.',
    en: 'A sample that was taken has a number on its seal.',
    zh: '已采样品须有封签编号。',
  },
  sampleNoTaken: {
    vi: 'Đã có mẫu mang số này.',
    en: 'There is a sample of that number.',
    zh: '该编号的样品已存在。',
  },
  notAMarket: {
    vi: 'Có thị trường không có trong danh sách.',
    en: 'One of them is no market.',
    zh: '其中有不在名单中的市场。',
  },
  reportedOn: { vi: 'Ngày trả kết quả', en: 'Reported on', zh: '报告日期' },
  reportedEarly: {
    vi: 'Ngày này trước ngày lấy mẫu.',
    en: 'That is before it was taken.',
    zh: '该日期早于采样日期。',
  },
  analyteN: { vi: 'Chỉ tiêu {n}', en: 'Analyte {n}', zh: '检测项目 {n}' },
  resultHint: {
    vi: 'Con số như trên phiếu, hoặc <0,01, hoặc KPH.',
    en: 'The figure of the report, or <0.01, or ND.',
    zh: '按报告填写数值，或 <0,01，或“未检出”。',
  },
  resultMissing: {
    vi: 'Hãy ghi kết quả của chỉ tiêu này.',
    en: 'Say its result.',
    zh: '请填写该项目的结果。',
  },
  nothingTyped: {
    vi: 'Hãy ghi ít nhất một chỉ tiêu.',
    en: 'Give one analyte at least.',
    zh: '请至少填写一个项目。',
  },
  twice: {
    vi: 'Chỉ tiêu này đã ghi ở trên.',
    en: 'That analyte stands above.',
    zh: '该项目上方已填写。',
  },
  more: { vi: 'Thêm chỉ tiêu', en: 'More analytes', zh: '更多项目' },
  correction: { vi: 'Lý do sửa kết quả', en: 'Why a result is corrected', zh: '更正原因' },
  correctionHint: {
    vi: 'Chỉ cần khi ghi lại chỉ tiêu đã có kết quả khác.',
    en: 'Only where an analyte had another result.',
    zh: '仅在更正已有结果时需要。',
  },
  correctionNeeded: {
    vi: 'Chỉ tiêu {analyte} đã có kết quả khác. Hãy ghi lý do sửa.',
    en: '{analyte} has another result already. Say why it is corrected.',
    zh: '{analyte} 已有其他结果，请填写更正原因。',
  },
  dropReason: { vi: 'Vì sao không lấy nữa', en: 'Why it is not taken', zh: '不再采样的原因' },
  yearOdd: {
    vi: 'Năm từ 2020 đến 2100.',
    en: 'A year from 2020 to 2100.',
    zh: '年份须在 2020 至 2100 之间。',
  },
  planCommuneHint: {
    vi: 'Bỏ trống nếu tính cho cả địa bàn.',
    en: 'Left empty for the whole area.',
    zh: '整个辖区则留空。',
  },
  planProvince: {
    vi: 'Chỉ cán bộ của một tỉnh, thành phố ghi được kế hoạch.',
    en: 'Only officers of a province put a plan down.',
    zh: '仅省级人员可登记计划。',
  },
  planThere: {
    vi: 'Kế hoạch năm này đã có dòng cho cây trồng và xã đó.',
    en: 'The plan of that year has a line for that crop and commune.',
    zh: '该年度计划已有此作物和乡镇。',
  },
} as const satisfies Record<string, LocalText>
