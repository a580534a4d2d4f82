import type { PurchaseFlag } from '../../domain/purchases/kinds.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

export const DESTINATION_PROCESSING: LocalText = { vi: 'Chế biến', en: 'Processing', zh: '加工' }

/** What fields of reports, periods and plans are called. */
export const PURCHASE_COPY = {
  ...labels('period', 'crop', 'fromOn', 'season', 'month', 'note'),
  noun: { vi: 'báo cáo này', en: 'report', zh: '该报告' },
  periodNoun: { vi: 'kỳ báo cáo này', en: 'period', zh: '该报告期' },
  planNoun: { vi: 'dòng kế hoạch này', en: 'line of the plan', zh: '该计划行' },
  lineNoun: { vi: 'dòng báo cáo này', en: 'line of the report', zh: '该报告行' },
  ofLine: { vi: '{n}. {label}', en: '{n}. {label}', zh: '{n}. {label}' },
  organisation: { vi: 'Đơn vị báo cáo', en: 'Who reports', zh: '报告单位' },
  organisationHint: {
    vi: 'Tên đúng như trong sổ, có dấu hay không dấu đều được.',
    en: 'Its exact name in the register; accents are not needed.',
    zh: '与登记册一致的名称，可不带声调。',
  },
  code: { vi: 'Mã số vùng trồng', en: 'Growing-area code', zh: '种植区注册编号' },
  boughtKg: { vi: 'Đã mua (kg)', en: 'Bought (kg)', zh: '购入（千克）' },
  soldKg: { vi: 'Đã bán (kg)', en: 'Sold (kg)', zh: '售出（千克）' },
  destination: { vi: 'Bán đi đâu', en: 'Where it goes', zh: '去向' },
  counterpart: { vi: 'Bán cho ai', en: 'Sold to', zh: '买方' },
  cropHint: {
    vi: 'Chỉ ghi khi vùng trồng có nhiều cây.',
    en: 'Only where the growing area has several.',
    zh: '仅当种植区有多种作物时填写。',
  },
  more: {
    vi: 'Đã bán, bán cho ai, cây trồng (nếu cần)',
    en: 'Sold, to whom, crop (where needed)',
    zh: '售出、买方、作物（如需）',
  },
  reason: { vi: 'Vì sao sửa', en: 'Why it is corrected', zh: '更正原因' },
  reasonHint: {
    vi: 'Ví dụ: cân lại, nhầm mã.',
    en: 'Such as: weighed again, wrong code.',
    zh: '例如：重新过磅、编号有误。',
  },
  withdrawReason: { vi: 'Vì sao rút', en: 'Why it is withdrawn', zh: '撤回原因' },
  toOn: { vi: 'Đến hết ngày', en: 'Until', zh: '截止日期' },
  dueOn: { vi: 'Hạn nộp', en: 'Due', zh: '截止日' },
  dueHint: {
    vi: 'Trùng ngày nghỉ thì hạn là ngày làm việc tiếp theo.',
    en: 'On a day off it moves to the next working day.',
    zh: '如遇休息日，顺延至下一工作日。',
  },
  periodName: { vi: 'Tên kỳ', en: 'Name', zh: '名称' },
  periodNameHint: {
    vi: 'Ví dụ: 6 tháng đầu năm 2027.',
    en: 'Such as: first half of 2027.',
    zh: '例如：2027 年上半年。',
  },
  legalBasis: { vi: 'Căn cứ', en: 'Legal basis', zh: '依据' },
  monthHint: { vi: 'Ví dụ: 10/2026', en: 'Such as: 10/2026', zh: '例如：10/2026' },
  buyer: { vi: 'Người mua', en: 'Buyer', zh: '买方' },
  buyerHint: {
    vi: 'Ghi đúng tên đơn vị thì so được với báo cáo của họ.',
    en: 'By its exact name it can be held against its own reports.',
    zh: '使用准确名称以便与其报告对照。',
  },
  plannedKg: { vi: 'Dự kiến (kg)', en: 'Expected (kg)', zh: '预计（千克）' },
} as const satisfies Record<string, LocalText>

/** What is asked of lines that are odd, over all of a kind: `{codes}` names them. */
export const PURCHASE_QUESTIONS = {
  not_active: {
    vi: 'Trong kỳ này mã không có hiệu lực cho nơi bán đã ghi: {codes}. Đúng là hàng đi như vậy?',
    en: 'In this period the code was not active for that destination: {codes}. Did the goods go there all the same?',
    zh: '本期内编号对所填去向无效：{codes}。货物确实如此流向吗？',
  },
  no_authorisation: {
    vi: 'Chưa thấy chủ mã cho bạn dùng: {codes}. Đúng là đã mua qua mã này?',
    en: 'No word of the holder lets you use it: {codes}. Were goods bought through it all the same?',
    zh: '未见编号持有人授权：{codes}。确实通过该编号购货吗？',
  },
  sold_more: {
    vi: 'Bán nhiều hơn mua: {codes}. Đúng vậy (hàng tồn kỳ trước)?',
    en: 'More was sold than bought: {codes}. Is that so (stock of before)?',
    zh: '售出多于购入：{codes}。是否属实（上期库存）？',
  },
  over_quota: {
    vi: 'Cộng cả năm, lượng mua vượt sản lượng vùng trồng có thể cho: {codes}. Số kg đúng chưa?',
    en: 'Over the year more was bought than the area may give: {codes}. Are the kilograms right?',
    zh: '全年购入量超过种植区可产量：{codes}。千克数是否正确？',
  },
} as const satisfies Record<PurchaseFlag, LocalText>

/** The same as officers and holders read it beside a line. */
export const PURCHASE_FLAG_NAMES = {
  not_active: { vi: 'mã không có hiệu lực', en: 'code not active', zh: '编号无效' },
  no_authorisation: { vi: 'chưa được phép dùng mã', en: 'no authorisation', zh: '未获授权' },
  sold_more: { vi: 'bán nhiều hơn mua', en: 'sold more than bought', zh: '售出多于购入' },
  over_quota: { vi: 'vượt sản lượng', en: 'beyond the yield', zh: '超出产量' },
} as const satisfies Record<PurchaseFlag, LocalText>

/** Asked where a report has no line. */
export const NOTHING_QUESTION: LocalText = {
  vi: 'Chưa ghi số kg nào. Đúng là kỳ này không mua, không bán gì?',
  en: 'No kilograms are given. Was nothing bought or sold in this period?',
  zh: '未填写任何千克数。本期确实没有购销吗？',
}

/** Columns of a list that is read in: names, headings and what else lists call them. */
export const PURCHASE_LIST_COLUMNS = [
  ['code', 'Mã số vùng trồng', 'mã số vùng trồng|mã vùng trồng|mã số|puc|mã'],
  ['period', 'Kỳ báo cáo', 'kỳ báo cáo|kỳ|tháng|tháng báo cáo'],
  [
    'organisation',
    'Đơn vị báo cáo',
    'đơn vị báo cáo|đơn vị|cơ sở|tên cơ sở|đơn vị thu mua|cơ sở đóng gói',
  ],
  ['crop', 'Cây trồng', 'cây trồng|cây|loại cây|sản phẩm'],
  [
    'boughtKg',
    'Đã mua (kg)',
    'đã mua|mua|kg mua|số lượng mua|khối lượng mua|khối lượng thu mua|sản lượng thu mua',
  ],
  [
    'soldKg',
    'Đã bán (kg)',
    'đã bán|bán|kg bán|số lượng bán|khối lượng bán|khối lượng tiêu thụ|sản lượng tiêu thụ',
  ],
  [
    'destination',
    'Bán đi đâu',
    'bán đi đâu|thị trường|nơi bán|nơi tiêu thụ|thị trường tiêu thụ|nước nhập khẩu',
  ],
  ['counterpart', 'Bán cho ai', 'bán cho ai|người mua|khách hàng|bên mua'],
  // Written here, and left out of account when it is read in.
  ['note', 'Lưu ý', 'lưu ý|cảnh báo'],
] as const
