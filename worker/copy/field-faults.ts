import type { LocalText } from '../lib/text/local-text.ts'

/** What there is to mend in a field. */
export const FIELD_FAULTS = {
  missing: { vi: 'Không được để trống.', en: 'This must be filled in.', zh: '此项必填。' },
  notAChoice: {
    vi: 'Hãy chọn một mục trong danh sách.',
    en: 'Choose one from the list.',
    zh: '请从列表中选择一项。',
  },
  notADay: {
    vi: 'Không đọc được ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/03/2026.',
    en: 'This is not a day. Write day/month/year, as 05/03/2026.',
    zh: '无法识别日期，请按“日/月/年”填写，例如 05/03/2026。',
  },
  notAnArea: {
    vi: 'Không đọc được diện tích. Ví dụ: 2,5 ha.',
    en: 'This is not an area. For example: 2.5 ha.',
    zh: '无法识别面积，例如：2,5 ha。',
  },
  areaExample: { vi: 'Ví dụ: 2,5 ha.', en: 'For example: 2.5 ha.', zh: '例如：2,5 ha。' },
  areaTooLarge: {
    vi: 'Diện tích lớn hơn cả một tỉnh; hãy xem lại số và đơn vị.',
    en: 'This is larger than a province; check the figure and its unit.',
    zh: '面积超过一个省，请检查数字和单位。',
  },
  notANumber: {
    vi: 'Phải là số từ 0 trở lên.',
    en: 'This must be a number from 0 up.',
    zh: '必须为不小于 0 的数字。',
  },
  notAboveZero: {
    vi: 'Phải là số lớn hơn 0.',
    en: 'This must be a number above 0.',
    zh: '必须为大于 0 的数字。',
  },
  countTooLarge: {
    vi: 'Nhiều nhất là {most}.',
    en: 'At most {most}.',
    zh: '最多为 {most}。',
  },
  notACount: {
    vi: 'Phải là số nguyên từ 0 trở lên.',
    en: 'This must be a whole number from 0 up.',
    zh: '必须为不小于 0 的整数。',
  },
  notAPhone: {
    vi: 'Số điện thoại chỉ gồm chữ số và khoảng trắng.',
    en: 'A telephone number has digits and blanks only.',
    zh: '电话号码只能包含数字和空格。',
  },
  notACalendarDate: {
    vi: 'Ngày phải có dạng YYYY-MM-DD và có thật.',
    en: 'A day is written YYYY-MM-DD and stands in the calendar.',
    zh: '日期须为 YYYY-MM-DD 格式且真实存在。',
  },
  notAMarket: {
    vi: 'Thị trường là VNM, mã nước ba chữ cái (CHN, USA, DEU…) theo ISO 3166-1, hoặc EU.',
    en: 'A market is VNM, a country by its three letters (CHN, USA, DEU…, ISO 3166-1), or EU.',
    zh: '市场为 VNM、ISO 3166-1 三字母国家注册编号（CHN、USA、DEU……）或 EU。',
  },
  marketUnknown: {
    vi: 'Không biết thị trường này.',
    en: 'This market is not known.',
    zh: '无法识别此市场。',
  },
  notACode: {
    vi: 'Mã không đúng dạng.',
    en: 'This is not a code. A code has 3 to 40 letters, digits and hyphens.',
    zh: '这不是有效注册编号。注册编号由 3 至 40 个字母、数字和连字符组成。',
  },
  notAChoiceOfReasons: {
    vi: 'Hãy chọn một lý do trong danh sách.',
    en: 'Choose one of the reasons in the list.',
    zh: '请从列表中选择一个原因。',
  },
} as const satisfies Record<string, LocalText>

export function tooMany(most: number): LocalText {
  return {
    vi: `Nhiều nhất ${most} dòng.`,
    en: `At most ${most} lines.`,
    zh: `最多 ${most} 行。`,
  }
}

export function tooLong(max: number): LocalText {
  return {
    vi: `Dài nhất ${max} ký tự.`,
    en: `At most ${max} characters.`,
    zh: `最多 ${max} 个字符。`,
  }
}
