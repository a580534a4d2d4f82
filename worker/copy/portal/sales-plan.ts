import type { PlanRemark } from '../../domain/purchases/against-plan.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** What a holder plans to sell of each season, against what happened. */
export const SALES_PLAN_COPY = {
  ...labels('planSave', 'planSaved', 'month'),
  planTitle: { vi: 'Kế hoạch bán và thực tế', en: 'Planned and done', zh: '销售计划与实际' },
  planLead: {
    vi: 'Dự kiến bán cho ai, tháng nào, bao nhiêu; bên cạnh là số đã báo mua, đã đóng gói, đã thu hoạch.',
    en: 'To whom, when and how much you expect to sell, beside what was reported, packed and harvested.',
    zh: '预计售予谁、何时、多少，并与已报告收购、已包装、已采收对照。',
  },
  planEmpty: {
    vi: 'Chưa có vụ nào. Mở vụ trước, rồi ghi kế hoạch bán của vụ.',
    en: 'There is no season yet. Open one first, then plan its sales.',
    zh: '尚无生产季。请先开启生产季，再填写销售计划。',
  },
  planAdd: { vi: 'Thêm dòng kế hoạch', en: 'Add to the plan', zh: '新增计划行' },
  planAddTo: {
    vi: 'Thêm kế hoạch bán của vụ này',
    en: 'Plan a sale of this season',
    zh: '新增本季销售计划',
  },
  planEdit: { vi: 'Sửa dòng kế hoạch', en: 'Change the line', zh: '修改计划行' },
  planRemove: { vi: 'Bỏ', en: 'Remove', zh: '删除' },
  planRemoved: { vi: 'Đã bỏ dòng kế hoạch.', en: 'The line was removed.', zh: '计划行已移除。' },
  openSeason: { vi: 'Mở vụ', en: 'Open a season', zh: '开启生产季' },
  seasonName: {
    vi: '{crop}, {site}, từ {from}',
    en: '{crop}, {site}, from {from}',
    zh: '{crop}，{site}，自 {from}',
  },
  expected: { vi: 'Sản lượng dự kiến', en: 'Expected yield', zh: '预计产量' },
  harvested: { vi: 'Đã thu hoạch', en: 'Harvested', zh: '已采收' },
  planned: { vi: 'Dự kiến', en: 'Planned', zh: '计划' },
  reported: { vi: 'Đã báo mua', en: 'Reported bought', zh: '已报告收购' },
  noPlans: {
    vi: 'Chưa có kế hoạch bán cho vụ này.',
    en: 'Nothing is planned yet.',
    zh: '本季尚无销售计划。',
  },
} as const satisfies Record<string, LocalText>

/** What there is to say of a season against its plan. */
export const PLAN_REMARKS = {
  short: {
    vi: 'Tháng {month}: báo mua ít hơn dự kiến {kg}.',
    en: '{month}: {kg} less was bought than planned.',
    zh: '{month}：收购比计划少 {kg}。',
  },
  beyond: {
    vi: 'Tháng {month}: báo mua nhiều hơn dự kiến {kg}.',
    en: '{month}: {kg} more was bought than planned.',
    zh: '{month}：收购比计划多 {kg}。',
  },
  unplanned_buyer: {
    vi: '{buyer} đã mua {kg} mà không có trong kế hoạch.',
    en: '{buyer} bought {kg} and is not in the plan.',
    zh: '{buyer} 收购了 {kg}，但不在计划内。',
  },
  silent_buyer: {
    vi: '{buyer} chưa báo mua gì trong tháng {month} (dự kiến {kg}).',
    en: '{buyer} has reported nothing for {month} ({kg} were planned).',
    zh: '{buyer} 在 {month} 未报告收购（计划 {kg}）。',
  },
  not_reported: {
    vi: 'Tháng {month}: {kg} đã đóng gói mà chưa thấy ai báo mua.',
    en: '{month}: {kg} were packed and nobody has reported buying them.',
    zh: '{month}：{kg} 已包装，但无人报告收购。',
  },
  more_than_harvested: {
    vi: 'Cả vụ đã báo mua {kg}, nhiều hơn đã thu hoạch ({harvested}).',
    en: '{kg} were reported bought, more than was harvested ({harvested}).',
    zh: '本季已报告收购 {kg}，多于采收量（{harvested}）。',
  },
  on_plan: { vi: 'Đúng kế hoạch.', en: 'As planned.', zh: '符合计划。' },
} as const satisfies Record<PlanRemark['kind'], LocalText>
