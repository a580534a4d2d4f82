import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** The diary in the portal: its entries, and the form that corrects one. */
export const DIARY_COPY = {
  ...labels('day', 'state', 'corrected'),
  title: { vi: 'Nhật ký canh tác', en: 'Farming diary', zh: '生产记录' },
  titleOf: { vi: 'Nhật ký: {name}', en: 'Diary: {name}', zh: '生产记录：{name}' },
  lead: {
    vi: 'Việc mới nhất ở trên. Dòng ghi nhầm được sửa bằng một dòng mới; dòng cũ vẫn còn cho mọi người xem.',
    en: 'The latest work first. A slip is corrected by a new entry; the old one stays to be seen.',
    zh: '最近的作业在前。写错的记录以新记录更正；原记录仍可查看。',
  },
  leadWrite: {
    vi: 'Việc mới nhất ở trên. Bấm vào ngày để sửa dòng ghi nhầm; dòng cũ vẫn còn cho mọi người xem.',
    en: 'The latest work first. Follow a day to correct a slip; the old entry stays to be seen.',
    zh: '最近的作业在前。点击日期可更正写错的记录；原记录仍可查看。',
  },
  empty: {
    vi: 'Chưa có dòng nhật ký nào.',
    en: 'No entries yet.',
    zh: '尚无记录。',
  },
  choose: {
    vi: 'Hãy mở nhật ký từ trang của vùng trồng hoặc cơ sở.',
    en: 'Open a diary from the page of its growing area or packing house.',
    zh: '请从种植区或包装厂页面打开其记录。',
  },
  open: { vi: 'Xem nhật ký', en: 'Diary', zh: '查看生产记录' },
  work: { vi: 'Công việc', en: 'Work', zh: '作业' },
  place: { vi: 'Nơi', en: 'Place', zh: '场所' },
  details: { vi: 'Chi tiết', en: 'Particulars', zh: '详情' },
  takenBack: { vi: 'Đã rút lại: {reason}', en: 'Taken back: {reason}', zh: '已撤回：{reason}' },
  correctTitle: { vi: 'Sửa dòng nhật ký', en: 'Correct an entry', zh: '更正记录' },
  correctNote: {
    vi: 'Sửa chỗ ghi nhầm rồi ghi lý do. Cả dòng cũ và dòng mới hiện trên trang tem; thời gian cách ly tính theo dòng mới.',
    en: 'Mend the slip and say why. Labels show the old and the new entry; waiting periods follow the new one.',
    zh: '请改正并说明原因。标签页面同时显示原记录与新记录；安全间隔期按新记录计算。',
  },
  save: { vi: 'Lưu dòng đã sửa', en: 'Save the correction', zh: '保存更正' },
  saved: {
    vi: 'Đã lưu dòng đã sửa; dòng cũ vẫn còn.',
    en: 'The correction is saved; the old entry stays to be seen.',
    zh: '更正已保存；原记录仍保留。',
  },
  recordedAt: { vi: 'Ghi lúc', en: 'Recorded', zh: '登记时间' },
  kind: { vi: 'Loại việc', en: 'Kind of work', zh: '作业类型' },
  workHint: { vi: 'Như ghi trong sổ.', en: 'As written in the book.', zh: '如簿册所写。' },
  doseHint: {
    vi: 'Kèm đơn vị, ví dụ 0,5 lít/ha.',
    en: 'With its unit, such as 0.5 l/ha.',
    zh: '附单位，例如 0.5 升/公顷。',
  },
  intervalHint: { vi: 'Số ngày.', en: 'In days.', zh: '天数。' },
  batch: { vi: 'Lô hàng', en: 'Batch', zh: '批次' },
  batchHint: { vi: 'Mã lô 8 ký tự hoặc số lô.', en: 'REF or lot number.', zh: '批次编码或批号。' },
  reason: { vi: 'Lý do sửa', en: 'Reason', zh: '更正原因' },
  reasonHint: {
    vi: 'Mọi người xem được, cùng với dòng nhật ký.',
    en: 'Public, as the entry is.',
    zh: '与记录一同公开。',
  },
} as const satisfies Record<string, LocalText>
