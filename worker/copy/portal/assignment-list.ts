import type { LocalText } from '../../lib/text/local-text.ts'

/** Columns of a list of visits to give away: the field it fills, its heading, what else lists call it. */
export const ASSIGNMENT_LIST_COLUMNS = [
  ['code', 'Mã số', 'Mã số vùng trồng | MSVT | Mã cơ sở đóng gói | Mã | Code'],
  ['inspector', 'Người kiểm tra', 'Cán bộ | Cán bộ kiểm tra | Email | Họ tên | Inspector'],
  ['plannedOn', 'Ngày kiểm tra', 'Ngày | Ngày đi | Ngày dự kiến | Planned on | Day'],
] as const satisfies readonly (readonly [string, string, string])[]

export const ASSIGNMENT_LIST_COPY = {
  title: { vi: 'Giao lượt từ danh sách', en: 'Assign from a list', zh: '按名单指派' },
  unknownCode: {
    vi: 'Không có mã số này.',
    en: 'There is no such code.',
    zh: '没有该编号。',
  },
  noVisit: {
    vi: 'Nơi này không còn lượt nào chờ kiểm tra trong kế hoạch.',
    en: 'The plan has no visit left for this place.',
    zh: '计划中该场所没有待检查项。',
  },
  unknownPerson: {
    vi: 'Không có cán bộ tên này. Ghi đúng họ tên hoặc email.',
    en: 'Nobody is called that. Write the name or the e-mail address.',
    zh: '没有该人员，请填写姓名或邮箱。',
  },
  severalPeople: {
    vi: 'Nhiều cán bộ trùng tên. Hãy ghi email.',
    en: 'Several people are called that. Write the e-mail address.',
    zh: '有多名同名人员，请填写邮箱。',
  },
} as const satisfies Record<string, LocalText>
