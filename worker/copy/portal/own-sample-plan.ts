import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** The samples that a holder means to have taken. */
export const OWN_PLAN_COPY = {
  ...labels('save', 'remove', 'code', 'season', 'crop', 'samples', 'note', 'left'),
  noun: { vi: 'dòng kế hoạch lấy mẫu này', en: 'line of the plan', zh: '该采样计划项' },
  title: {
    vi: 'Kế hoạch tự lấy mẫu {year}',
    en: 'Own sampling in {year}',
    zh: '{year} 年自行采样计划',
  },
  link: { vi: 'Kế hoạch tự lấy mẫu', en: 'Own sampling plan', zh: '自行采样计划' },
  lead: {
    vi: 'Mẫu đơn vị tự gửi kiểm nghiệm theo vụ. Đã lấy {done} trên {planned} mẫu; phiếu kiểm nghiệm của lô và mẫu cơ quan lấy đều được tính.',
    en: 'Samples your organisation has tested, by season. {done} of {planned} are taken; tests of batches and the authority’s samples count too.',
    zh: '本单位按季自行送检的样品。已采 {done} / {planned} 个；批次检测报告和主管机关采样均计入。',
  },
  empty: {
    vi: 'Chưa có kế hoạch. Hãy ghi cây trồng, số mẫu và hạn lấy của từng mã số.',
    en: 'No plan yet. Say the crop, how many samples and by when, for each code.',
    zh: '暂无计划。请为每个编号填写作物、样品数量和期限。',
  },
  add: { vi: 'Thêm dòng kế hoạch', en: 'Add a line', zh: '新增计划项' },
  addTitle: { vi: 'Lên kế hoạch lấy mẫu', en: 'Plan samples', zh: '制定采样计划' },
  editTitle: { vi: 'Sửa kế hoạch lấy mẫu', en: 'Change the plan', zh: '修改采样计划' },
  saved: { vi: 'Đã lưu kế hoạch.', en: 'The plan is saved.', zh: '计划已保存。' },
  removed: { vi: 'Đã bỏ dòng kế hoạch.', en: 'The line was removed.', zh: '计划项已删除。' },
  seasonHint: {
    vi: 'Bỏ trống nếu tính theo năm, ví dụ mẫu của cơ sở đóng gói.',
    en: 'Left empty where it is of the year, as for a packing house.',
    zh: '按年度计算时留空，如包装厂的样品。',
  },
  seasonOf: {
    vi: '{crop}, {site}, từ {on}',
    en: '{crop}, {site}, from {on}',
    zh: '{crop}，{site}，{on} 起',
  },
  wholeYear: { vi: 'cả năm', en: 'the year', zh: '全年' },
  dueOn: { vi: 'Lấy trước ngày', en: 'By', zh: '截止日期' },
  laboratory: { vi: 'Phòng kiểm nghiệm', en: 'Laboratory', zh: '实验室' },
  taken: { vi: 'Đã lấy', en: 'Taken', zh: '已采' },
  late: { vi: 'quá hạn', en: 'overdue', zh: '已逾期' },
  passed: { vi: '{n} đạt', en: '{n} passed', zh: '{n} 合格' },
  failed: { vi: '{n} không đạt', en: '{n} not passed', zh: '{n} 不合格' },
  open: { vi: '{n} chưa kết luận', en: '{n} undecided', zh: '{n} 未判定' },
  notOwnCode: {
    vi: 'Hãy chọn một mã số của đơn vị bạn.',
    en: 'Choose a code of your organisation.',
    zh: '请选择本单位的注册编号。',
  },
  otherSeason: {
    vi: 'Vụ này không ở vùng trồng của mã số đã chọn, hoặc là cây khác.',
    en: 'That season is of another growing area or crop.',
    zh: '该季不属于所选注册编号的种植区，或作物不同。',
  },
  dueBefore: {
    vi: 'Ngày này trước khi vụ bắt đầu.',
    en: 'That is before the season begins.',
    zh: '该日期早于本季开始。',
  },
} as const satisfies Record<string, LocalText>
