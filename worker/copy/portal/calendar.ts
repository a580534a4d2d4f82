import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** The days off of public bodies: the list by year, its form, what is told of a term that leans on one. */
export const CALENDAR_COPY = {
  ...labels('year', 'basis', 'documentNo', 'save'),
  noun: { vi: 'năm này', en: 'year', zh: '该年' },
  title: { vi: 'Lịch nghỉ', en: 'Days off', zh: '节假日' },
  lead: {
    vi: 'Thời hạn tính theo ngày làm việc lấy từ lịch này. Có quyết định cho năm nào thì nhập năm đó.',
    en: 'Terms in working days are counted by it. Enter a year once it is decided.',
    zh: '以工作日计算的期限以此为准。某年安排确定后请录入。',
  },
  empty: { vi: 'Chưa có năm nào.', en: 'No years yet.', zh: '暂无年份。' },
  daysOff: { vi: 'Ngày nghỉ', en: 'Days off', zh: '休息日' },
  worked: { vi: 'Làm bù', en: 'Worked instead', zh: '调休上班' },
  provisional: {
    vi: 'Tạm tính theo Điều 112 Bộ luật Lao động; chưa có quyết định',
    en: 'Worked out by article 112 of the Labour Code; not decided yet',
    zh: '按《劳动法》第112条暂计；尚未公布',
  },
  shipped: { vi: 'Có sẵn trong phần mềm', en: 'Came with the software', zh: '软件自带' },
  decided: { vi: '{document}, ngày {on}', en: '{document}, {on}', zh: '{document}，{on}' },
  byAt: { vi: '{who} nhập {at}', en: 'entered by {who}, {at}', zh: '{who} 于 {at} 录入' },
  enter: {
    vi: 'Nhập lịch nghỉ năm {year}',
    en: 'Enter the days off of {year}',
    zh: '录入 {year} 年节假日',
  },
  formTitle: { vi: 'Lịch nghỉ năm {year}', en: 'Days off of {year}', zh: '{year} 年节假日' },
  formNote: {
    vi: 'Ghi như quyết định công bố. Thứ bảy, chủ nhật không cần ghi. Bản ghi trước được giữ lại; bản mới nhất được dùng.',
    en: 'As they were decided. Saturdays and Sundays need not be written. What was entered before is kept; the newest counts.',
    zh: '按公布安排填写，周六、周日无需填写。以往录入保留，以最新为准。',
  },
  off: { vi: 'Các đợt nghỉ', en: 'Days off', zh: '休息日' },
  offHint: {
    vi: 'Mỗi đợt một dòng: 04/02/2027 - 10/02/2027, hoặc một ngày: 16/04/2027.',
    en: 'One a line: 04/02/2027 - 10/02/2027, or a single day: 16/04/2027.',
    zh: '每行一段：04/02/2027 - 10/02/2027，或单日：16/04/2027。',
  },
  workedField: { vi: 'Ngày làm bù', en: 'Days worked instead', zh: '调休上班日' },
  workedHint: {
    vi: 'Thứ bảy, chủ nhật đi làm bù, mỗi ngày một dòng. Để trống nếu không có.',
    en: 'Saturdays or Sundays worked for another day, one a line. Leave it empty if there are none.',
    zh: '用于调休的周六、周日，每行一天；没有则留空。',
  },
  decidedOn: { vi: 'Ngày văn bản', en: 'Of', zh: '文件日期' },
  saved: {
    vi: 'Đã lưu. Hạn của hồ sơ đang chờ được tính lại khi nhắc việc.',
    en: 'Saved. Terms that run are worked out anew with their next reminder.',
    zh: '已保存。进行中的期限将在下次提醒时重新计算。',
  },
  badLine: {
    vi: 'Dòng {line}: ghi ngày như 04/02/2027, hoặc từ - đến.',
    en: 'Line {line}: write a day as 04/02/2027, or from - to.',
    zh: '第 {line} 行：请写 04/02/2027 或 起 - 止。',
  },
  otherYear: {
    vi: 'Dòng {line}: không thuộc năm {year}.',
    en: 'Line {line}: not in {year}.',
    zh: '第 {line} 行：不在 {year} 年内。',
  },
  backwards: {
    vi: 'Dòng {line}: ngày cuối trước ngày đầu, hoặc dài hơn {most} ngày.',
    en: 'Line {line}: it ends before it begins, or is longer than {most} days.',
    zh: '第 {line} 行：结束早于开始，或超过 {most} 天。',
  },
  notRest: {
    vi: 'Dòng {line}: ngày làm bù phải là thứ bảy hoặc chủ nhật.',
    en: 'Line {line}: only a Saturday or Sunday is worked instead.',
    zh: '第 {line} 行：调休上班日须为周六或周日。',
  },
  both: {
    vi: 'Dòng {line}: ngày này đã ghi ở đợt nghỉ.',
    en: 'Line {line}: it stands among the days off.',
    zh: '第 {line} 行：该日已列入休息日。',
  },
  notDecided: {
    vi: 'Hạn này tính theo lịch nghỉ năm {year} tạm tính (chưa có quyết định); có thể thay đổi.',
    en: 'This term is counted by days off of {year} that are not decided yet; it may change.',
    zh: '该期限按 {year} 年暂计节假日（尚未公布）计算，可能变动。',
  },
  planNotDecided: {
    vi: 'Lịch đi năm {year} xếp theo ngày nghỉ tạm tính (chưa có quyết định); có thể thay đổi.',
    en: 'The days of {year} are chosen by days off that are not decided yet; they may change.',
    zh: '{year} 年的日程按暂计节假日（尚未公布）安排，可能变动。',
  },
} as const satisfies Record<string, LocalText>
