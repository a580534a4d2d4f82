import type { PatternKind, PatternState } from '../../domain/patterns/kinds.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** Officers on what is conspicuous in the use of codes. */
export const PATTERNS_COPY = {
  ...labels('site', 'state', 'reason', 'openCase'),
  title: { vi: 'Dấu hiệu bất thường', en: 'Patterns worth a look', zh: '异常迹象' },
  noun: { vi: 'dấu hiệu này', en: 'pattern', zh: '该迹象' },
  lead: {
    vi: 'Những số liệu đáng xem khi chống mượn mã số, máy tìm mỗi ngày một lần. Đây chưa phải là vi phạm: cán bộ xem rồi mới kết luận.',
    en: 'Figures worth a look against borrowed codes, looked for once a day. None of it is a breach: an officer decides.',
    zh: '每日自动查找的、与借用编号有关的可疑数据。这并不代表违规，须由主管人员判断。',
  },
  empty: {
    vi: 'Không có dấu hiệu nào. Máy tìm lại mỗi đêm.',
    en: 'Nothing found. It is looked for every night.',
    zh: '未发现异常，每晚自动查找。',
  },
  what: { vi: 'Của', en: 'Of', zh: '对象' },
  kind: { vi: 'Dấu hiệu', en: 'Pattern', zh: '迹象' },
  figures: { vi: 'Số liệu', en: 'Figures', zh: '数据' },
  found: { vi: 'Tìm thấy', en: 'Found', zh: '发现于' },
  changed: { vi: 'Số liệu ngày', en: 'Figures of', zh: '数据日期' },
  why: { vi: 'Vì sao đáng xem', en: 'Why it is worth a look', zh: '为何值得关注' },
  notProof: { vi: 'Điều này chưa nói lên', en: 'What it does not show', zh: '尚不能说明' },
  decided: { vi: 'Ý kiến', en: 'Decision', zh: '处理意见' },
  decidedBy: { vi: 'Người quyết định', en: 'Decided by', zh: '处理人' },
  dismiss: { vi: 'Bỏ qua, có lý do', en: 'Dismiss with a reason', zh: '说明理由并排除' },
  dismissTitle: { vi: 'Bỏ qua: {shown}', en: 'Dismiss: {shown}', zh: '排除：{shown}' },
  dismissNote: {
    vi: 'Dấu hiệu này không hiện nữa, cho đến khi số liệu tăng thêm một phần tư.',
    en: 'It does not show any more until its figures grow by a quarter.',
    zh: '该迹象将不再显示，直至数据增加四分之一。',
  },
  reasonHint: {
    vi: 'Ví dụ: ba cơ sở này cùng một chủ, đã kiểm tra ngày …',
    en: 'Such as: these packing houses have one owner, checked on …',
    zh: '例如：这些包装厂为同一业主，已于某日核查。',
  },
  caseTitle: { vi: 'Mở vụ việc: {shown}', en: 'Open a case: {shown}', zh: '立案：{shown}' },
  caseNote: {
    vi: 'Số liệu và vùng trồng, lô hàng liên quan được ghi sẵn vào vụ việc.',
    en: 'The figures and what they are of go into the case.',
    zh: '相关数据与对象将自动写入案件。',
  },
  summary: { vi: 'Cần làm rõ điều gì', en: 'What to look into', zh: '需查明的事项' },
  caseLink: { vi: 'Xem vụ việc', en: 'To the case', zh: '查看案件' },
  decidedAlready: {
    vi: 'Dấu hiệu này đã có người quyết định.',
    en: 'Somebody has decided on it already.',
    zh: '该迹象已有人处理。',
  },
  dismissedNow: { vi: 'Đã bỏ qua dấu hiệu này.', en: 'It is dismissed.', zh: '已排除。' },
} as const satisfies Record<string, LocalText>

export const PATTERN_STATE_NAMES = {
  open: { vi: 'Chưa xem', en: 'To look at', zh: '待查看' },
  dismissed: { vi: 'Đã bỏ qua', en: 'Dismissed', zh: '已排除' },
  case: { vi: 'Đã mở vụ việc', en: 'A case', zh: '已立案' },
  gone: { vi: 'Không còn', en: 'Gone', zh: '已消失' },
} as const satisfies Record<PatternState, LocalText>

export const PATTERN_KIND_NAMES = {
  many_packers: {
    vi: 'Một mã, nhiều cơ sở đóng gói',
    en: 'One code in many packing houses',
    zh: '一个编号、多家包装厂',
  },
  near_ceiling: { vi: 'Sát mức sản lượng', en: 'Just under the ceiling', zh: '接近产量上限' },
  bought_beyond: {
    vi: 'Mua qua mã nhiều hơn sản lượng',
    en: 'More bought than the area gives',
    zh: '收购量超过产量',
  },
  out_of_season: {
    vi: 'Thu hoạch ngoài vụ',
    en: 'Harvest out of season',
    zh: '非季节采收',
  },
  opened_elsewhere: {
    vi: 'Tem mở ở nơi khác nơi bán',
    en: 'Labels opened far from where goods go',
    zh: '标签在非销售地被扫描',
  },
  overlapping_areas: { vi: 'Vùng trồng chồng lấn', en: 'Areas that overlap', zh: '种植区重叠' },
  shared_households: {
    vi: 'Hộ có tên ở hai vùng trồng',
    en: 'Households on two lists',
    zh: '农户同属两个种植区',
  },
} as const satisfies Record<PatternKind, LocalText>

/** Why each is worth a look. */
export const PATTERN_REASONS = {
  many_packers: {
    vi: 'Mã bị mượn thường xuất hiện cùng lúc ở nhiều nơi đóng gói không quen nhau.',
    en: 'Borrowed codes turn up in many packing houses that have nothing to do with one another.',
    zh: '被借用的编号常同时出现在多家互不相关的包装厂。',
  },
  near_ceiling: {
    vi: 'Khi hàng nơi khác được gộp vào một mã, lượng đóng gói thường dừng ngay dưới mức phải chờ cán bộ.',
    en: 'Where goods of elsewhere go out under a code, packing often stops just below the point at which officers are asked.',
    zh: '当外来货物混入某一编号时，包装量往往停在需主管人员决定的界限之下。',
  },
  bought_beyond: {
    vi: 'Số kg các đơn vị báo mua vượt mức vùng trồng có thể cho thì một phần hàng có thể từ nơi khác.',
    en: 'Where more is reported bought than the area may give, part of it may come from elsewhere.',
    zh: '报告收购量超过种植区可产量时，部分货物可能来自他处。',
  },
  out_of_season: {
    vi: 'Hàng ghi thu hoạch vào lúc vùng trồng không có vụ thì có thể từ nơi khác đến.',
    en: 'Goods harvested when the area had no season may come from elsewhere.',
    zh: '在种植区无生产季时采收的货物可能来自他处。',
  },
  opened_elsewhere: {
    vi: 'Tem của hàng xuất khẩu mà mở nhiều trong nước (hoặc ngược lại) có thể đã dán lên hàng khác.',
    en: 'Labels of goods for export that are opened at home, or the other way round, may be on other goods.',
    zh: '出口货物的标签多在国内被扫描（或相反），可能被贴在其他货物上。',
  },
  overlapping_areas: {
    vi: 'Một mảnh đất nằm trong hai vùng trồng thì sản lượng của nó được tính hai lần.',
    en: 'Land that lies in two growing areas counts twice.',
    zh: '同一土地列入两个种植区会重复计算产量。',
  },
  shared_households: {
    vi: 'Một hộ có tên ở hai vùng trồng thì sản lượng của hộ có thể được tính hai lần.',
    en: 'What a household on two lists grows may count twice.',
    zh: '同一农户列入两个种植区可能重复计算产量。',
  },
} as const satisfies Record<PatternKind, LocalText>

/** What each does not show. */
export const PATTERN_LIMITS = {
  many_packers: {
    vi: 'Các cơ sở có thể cùng một chủ, hoặc vùng trồng lớn bán cho nhiều nơi một cách hợp lệ.',
    en: 'They may have one owner, or the area may be large and sell to many.',
    zh: '这些包装厂可能属同一业主，或种植区较大、合法供应多家。',
  },
  near_ceiling: {
    vi: 'Vườn được mùa có thể đạt sản lượng này.',
    en: 'In a good year an orchard may give as much.',
    zh: '丰年时果园可能达到该产量。',
  },
  bought_beyond: {
    vi: 'Đơn vị mua lại của nhau có thể cùng báo một số hàng.',
    en: 'Buyers who buy of one another may report the same goods.',
    zh: '相互转售的单位可能重复报告同一批货物。',
  },
  out_of_season: {
    vi: 'Có thể vườn xử lý ra hoa nghịch vụ, hoặc quên mở vụ trong sổ.',
    en: 'Flowering may have been induced, or nobody opened the season here.',
    zh: '可能为反季节催花，或未在系统中开启生产季。',
  },
  opened_elsewhere: {
    vi: 'Người trong cơ sở có thể mở thử tem trước khi xuất.',
    en: 'People of the packing house may have tried the labels out.',
    zh: '包装厂人员可能在发货前试扫标签。',
  },
  overlapping_areas: {
    vi: 'Ranh giới có thể vẽ lệch, hoặc hai vùng là hai cây trồng xen.',
    en: 'A line may be drawn wrongly, or the two are crops that stand between one another.',
    zh: '边界可能绘制有误，或两者为间作作物。',
  },
  shared_households: {
    vi: 'Hộ có thể có đất ở cả hai nơi.',
    en: 'A household may have land in both.',
    zh: '农户可能在两处都有土地。',
  },
} as const satisfies Record<PatternKind, LocalText>
