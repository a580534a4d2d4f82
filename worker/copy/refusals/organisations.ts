import type { LocalText } from '../../lib/text/local-text.ts'

/** Why an organisation is not the one, or joins nothing. */
export const ORGANISATION_REFUSALS = {
  severalOfName: {
    vi: 'Có nhiều tổ chức tên “{name}”; hãy ghi mã (id) của tổ chức.',
    en: 'Several organisations are named “{name}”; give the id.',
    zh: '有多个组织名为“{name}”，请提供 id。',
  },
  alreadySuspended: {
    vi: 'Đơn vị đã bị tạm dừng từ {on}. Muốn đổi ngày, hãy cho hoạt động lại rồi tạm dừng lần nữa.',
    en: 'It is suspended from {on} already. For another day, lift that first.',
    zh: '该单位自 {on} 起已被暂停。如需更改日期，请先恢复再重新暂停。',
  },
  notSuspended: {
    vi: 'Đơn vị không bị tạm dừng.',
    en: 'The organisation is not suspended.',
    zh: '该单位未被暂停。',
  },
  suspensionTooFar: {
    vi: 'Ngày này còn quá một năm. Hãy xem lại năm.',
    en: 'That is more than a year ahead. Check the year.',
    zh: '该日期在一年之后，请核对年份。',
  },
  alreadyMember: {
    vi: '“{name}” đã là thành viên trong khoảng ngày này.',
    en: '“{name}” is a member over some of these days already.',
    zh: '“{name}”在该期间内已是成员。',
  },
  memberOfItself: {
    vi: 'Một tổ chức không thể là thành viên của chính mình.',
    en: 'An organisation cannot be a member of itself.',
    zh: '组织不能成为自身的成员。',
  },
  endBeforeStartSeeBoth: {
    vi: 'Ngày kết thúc đứng trước ngày bắt đầu. Hãy xem lại hai ngày.',
    en: 'The last day comes before the first. Check both days.',
    zh: '结束日期早于开始日期，请检查两个日期。',
  },
  endBeforeStart: {
    vi: 'Ngày kết thúc đứng trước ngày bắt đầu.',
    en: 'The last day comes before the first.',
    zh: '结束日期早于开始日期。',
  },
} as const satisfies Record<string, LocalText>
