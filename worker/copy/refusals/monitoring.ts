import type { LocalText } from '../../lib/text/local-text.ts'

/** Why something is not done with a plan or a visit. */
export const MONITORING_REFUSALS = {
  yearFar: {
    vi: 'Năm của kế hoạch nằm trong khoảng {from} đến {to}.',
    en: 'A plan is for a year between {from} and {to}.',
    zh: '计划年份须在 {from} 至 {to} 之间。',
  },
  perDayFar: {
    vi: 'Mỗi cán bộ mỗi ngày từ 1 đến {most} nơi.',
    en: 'Between 1 and {most} places a day.',
    zh: '每日 1 至 {most} 处。',
  },
  planThere: {
    vi: 'Địa bàn này đã có kế hoạch của năm đó. Hãy mở kế hoạch đang có.',
    en: 'This area has a plan for that year. Open that one.',
    zh: '该辖区已有该年计划，请打开现有计划。',
  },
  tooManySites: {
    vi: 'Địa bàn có hơn {most} nơi. Hãy lập kế hoạch theo xã, phường.',
    en: 'The area has more than {most} places. Plan by commune.',
    zh: '辖区场所超过 {most} 个，请按乡级地区制定计划。',
  },
  remade: {
    vi: 'Người khác vừa cập nhật lịch. Hãy xem lại số liệu bên dưới rồi xác nhận.',
    en: 'Somebody has just worked it out. Look at the figures below and confirm again.',
    zh: '他人刚刚重新排程，请核对下方数据后再确认。',
  },
  changedMeanwhile: {
    vi: 'Có lượt vừa được người khác giao, dời hoặc hủy. Danh sách bên dưới là mới nhất; hãy chọn lại.',
    en: 'Somebody has just changed some of these visits. The list below is the newest; choose again.',
    zh: '部分检查刚被他人修改，下方为最新列表，请重新选择。',
  },
  noneChosen: { vi: 'Chọn ít nhất một lượt.', en: 'Choose at least one.', zh: '请至少选择一项。' },
  nobodySuch: {
    vi: 'Người này không kiểm tra địa bàn của các lượt đã chọn.',
    en: 'This person does not inspect the area of these visits.',
    zh: '此人不负责所选检查的辖区。',
  },
  outsideWindow: {
    vi: 'Ngày nằm ngoài thời gian của lượt kiểm tra ({from} đến {to}).',
    en: 'The day lies outside the time of the visit ({from} to {to}).',
    zh: '日期不在检查时限内（{from} 至 {to}）。',
  },
  outsideSome: {
    vi: 'Ngày này nằm ngoài thời gian của {count} lượt đã chọn.',
    en: 'That day lies outside the time of {count} of these visits.',
    zh: '该日期不在 {count} 项检查的时限内。',
  },
  dayGone: { vi: 'Ngày này đã qua.', en: 'That day is over.', zh: '该日期已过。' },
  dayToCome: {
    vi: 'Ngày kiểm tra không thể ở sau hôm nay.',
    en: 'A visit cannot have been made after today.',
    zh: '检查日期不能晚于今天。',
  },
  beforeWindow: {
    vi: 'Ngày kiểm tra sớm hơn thời gian của lượt này (từ {from}).',
    en: 'The day is before the time of the visit (from {from}).',
    zh: '日期早于检查时限（自 {from}）。',
  },
  notOpen: {
    vi: 'Lượt này đã kiểm tra hoặc đã hủy.',
    en: 'This visit is done or cancelled already.',
    zh: '该检查已完成或已取消。',
  },
} as const satisfies Record<string, LocalText>
