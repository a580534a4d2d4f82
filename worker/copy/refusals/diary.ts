import type { LocalText } from '../../lib/text/local-text.ts'

/** Why an entry of a diary is not marked as checked, or not corrected. */
export const DIARY_REFUSALS = {
  role: {
    vi: 'Vai trò là một trong: {list}.',
    en: 'The role is one of: {list}.',
    zh: '角色为以下之一：{list}。',
  },
  checkedOn: {
    vi: 'Ngày kiểm tra phải từ ngày làm việc đến hôm nay.',
    en: 'The check lies between the day of the work and today.',
    zh: '检查日期须在作业当日至今日之间。',
  },
  amended: {
    vi: 'Dòng này đã được sửa; hãy sửa dòng mới nhất.',
    en: 'This entry was corrected already; correct the latest one.',
    zh: '该记录已更正；请更正最新的一条。',
  },
  notAsItStands: {
    vi: 'Dòng này đã được sửa hoặc rút lại; hãy kiểm tra dòng mới nhất.',
    en: 'This entry was corrected or taken back; check the latest one.',
    zh: '该记录已更正或撤回；请核查最新的一条。',
  },
  takenBack: {
    vi: 'Dòng này đã được rút lại, không sửa nữa.',
    en: 'This entry was taken back and is corrected no more.',
    zh: '该记录已撤回，不能再更正。',
  },
  same: {
    vi: 'Chưa có gì khác với dòng đang ghi.',
    en: 'Nothing differs from what the entry says.',
    zh: '与现有记录没有差别。',
  },
  saidAlready: {
    vi: 'Đã có một dòng khác ghi đúng như vậy.',
    en: 'Another entry says exactly that already.',
    zh: '已有另一条记录内容完全相同。',
  },
  dayAhead: {
    vi: 'Ngày này chưa tới; nhật ký chỉ ghi việc đã làm.',
    en: 'This day has not come; a diary holds what was done.',
    zh: '该日期尚未到来；生产记录只记已完成的作业。',
  },
  dayAheadClock: {
    vi: 'Ngày này chưa tới. Nhật ký chỉ ghi việc đã làm; hãy xem lại ngày, và đồng hồ của máy.',
    en: 'This day has not come. A diary holds what was done: check the day, and the clock of the phone.',
    zh: '该日期尚未到来。生产记录只记已完成的作业；请检查日期和手机时钟。',
  },
  beforeSowing: {
    vi: 'Vụ này gieo trồng từ {on}; không thể thu hoạch trước ngày đó.',
    en: 'This season was sown on {on}; nothing can be harvested before.',
    zh: '本季于 {on} 播种定植，此前不可能采收。',
  },
  household: {
    vi: 'Hộ này không có trong danh sách của nơi làm.',
    en: 'This household is not on the list of the place.',
    zh: '该农户不在此场所的名单中。',
  },
  notHere: {
    vi: 'Nơi này không ghi loại việc “{kind}”.',
    en: 'No entry “{kind}” is made at this kind of place.',
    zh: '此类场所不记录“{kind}”。',
  },
  idTaken: {
    vi: 'Mã bản ghi này đã dùng cho một bản ghi khác.',
    en: 'The id of this record belongs to another one.',
    zh: '该记录编号已被另一条记录使用。',
  },
  productMissing: {
    vi: 'Thiếu tên thuốc đã dùng.',
    en: 'The product used is missing.',
    zh: '缺少所用药剂名称。',
  },
  quantity: {
    vi: 'Ghi số lượng kèm đơn vị, ví dụ 12,5 kg.',
    en: 'Give a quantity with its unit, such as 12.5 kg.',
    zh: '请填写数量及单位，例如 12.5 kg。',
  },
  batchUnknown: {
    vi: 'Không có lô “{text}” của vùng trồng hay tổ chức này.',
    en: 'No batch “{text}” of this area or organisation.',
    zh: '该种植区或组织没有批次“{text}”。',
  },
  batchAmbiguous: {
    vi: 'Có {count} lô “{text}”; hãy ghi mã lô 8 ký tự.',
    en: '{count} batches are called “{text}”; give the REF of 8 characters.',
    zh: '有 {count} 个批次名为“{text}”；请填写 8 位批次编码。',
  },
  whose: {
    vi: 'Hãy nói nhật ký của vùng trồng hoặc đơn vị nào.',
    en: 'Say whose diary: of which place or organisation.',
    zh: '请指明是哪个场所或单位的记录。',
  },
  checkedBy: { vi: 'Hãy ghi ai đã kiểm tra.', en: 'Say who checked it.', zh: '请填写检查人。' },
} as const satisfies Record<string, LocalText>
