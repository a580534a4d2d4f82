import type { LocalText } from '../../lib/text/local-text.ts'

/** Why an organisation is not the one, or joins nothing. */
export const ORGANISATION_REFUSALS = {
  severalOfName: {
    vi: 'Có nhiều tổ chức tên “{name}”; hãy ghi mã (id) của tổ chức.',
    en: 'Several organisations are named “{name}”; give the id.',
    zh: '有多个组织名为“{name}”，请提供 id。',
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
