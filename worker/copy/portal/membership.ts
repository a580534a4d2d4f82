import type { LocalText } from '../../lib/text/local-text.ts'

export const MEMBERSHIP_COPY = {
  title: { vi: 'Thành viên hợp tác xã', en: 'Cooperative members', zh: '合作社成员' },
  lead: {
    vi: 'Lô hàng của tổ chức được đóng gói dưới mã số của thành viên, khi thành viên đã xác nhận.',
    en: 'A cooperative may pack goods under the codes of its members, once each has confirmed.',
    zh: '成员确认后，合作社可在成员的注册编号下包装货物。',
  },
  empty: {
    vi: 'Chưa ghi nhận thành viên nào. Thêm hộ, đơn vị trồng là thành viên để lô hàng dùng được mã số của họ.',
    en: 'No members on record. Add the growers who are members so that your batches may use their codes.',
    zh: '尚无成员记录。请添加作为成员的种植户，以便批次使用其注册编号。',
  },
  add: { vi: 'Thêm thành viên', en: 'Add a member', zh: '添加成员' },
  group: { vi: 'Tổ chức', en: 'Organisation', zh: '组织' },
  groupHint: {
    vi: 'Hợp tác xã, tổ hợp tác: ghi đúng tên như trong sổ.',
    en: 'The cooperative, by the exact name in the register.',
    zh: '合作社的名称，须与登记册一致。',
  },
  member: { vi: 'Thành viên', en: 'Member', zh: '成员' },
  memberHint: {
    vi: 'Hộ hoặc đơn vị: ghi đúng tên như trong sổ, có dấu hay không dấu đều được.',
    en: 'The household or organisation, by its exact name in the register; accents are not needed.',
    zh: '农户或单位的名称，须与登记册一致，可不带声调。',
  },
  from: { vi: 'Từ ngày', en: 'From', zh: '起始日期' },
  to: { vi: 'Đến hết ngày', en: 'Until', zh: '截止日期' },
  period: { vi: 'Thời gian', en: 'Period', zh: '期间' },
  state: { vi: 'Xác nhận', en: 'Confirmation', zh: '确认' },
  isConfirmed: { vi: 'Đã xác nhận', en: 'Confirmed', zh: '已确认' },
  waits: {
    vi: 'Chờ thành viên xác nhận',
    en: 'Waits for the member',
    zh: '待成员确认',
  },
  ended: { vi: 'Đã kết thúc', en: 'Ended', zh: '已结束' },
  confirm: { vi: 'Xác nhận', en: 'Confirm', zh: '确认' },
  end: { vi: 'Kết thúc hôm nay', en: 'End today', zh: '今日结束' },
  act: { vi: 'Việc', en: 'Action', zh: '操作' },
  saved: { vi: 'Đã ghi thành viên.', en: 'The member is on record.', zh: '成员已登记。' },
  asked: {
    vi: 'Đã ghi và gửi tin cho thành viên xác nhận. Mã số của họ dùng được sau khi họ xác nhận.',
    en: 'On record; the member was asked to confirm. Their codes may be used after that.',
    zh: '已登记并通知成员确认。确认后方可使用其注册编号。',
  },
  confirmedNow: { vi: 'Đã xác nhận.', en: 'Confirmed.', zh: '已确认。' },
  endedNow: { vi: 'Đã kết thúc.', en: 'Ended.', zh: '已结束。' },
  notFound: {
    vi: 'Không có đơn vị nào đúng tên này trong sổ. Hãy xem lại tên, hoặc nhờ cán bộ thêm đơn vị.',
    en: 'Nobody of exactly this name is in the register. Check the name, or ask an officer to add it.',
    zh: '登记册中没有该名称的单位。请核对名称，或请主管人员添加。',
  },
  several: {
    vi: 'Có nhiều đơn vị cùng tên. Hãy chọn một.',
    en: 'Several have this name. Choose one.',
    zh: '有多个同名单位，请选择。',
  },
} as const satisfies Record<string, LocalText>

/** Asks an organisation to agree that it is a member of another. */
export function membershipToConfirm({ group }: { readonly group: string }): {
  readonly title: LocalText
  readonly body: LocalText
} {
  return {
    title: {
      vi: `Xác nhận là thành viên của ${group}`,
      en: `Confirm that you are a member of ${group}`,
      zh: `确认为${group}的成员`,
    },
    body: {
      vi: `${group} ghi bạn là thành viên. Xác nhận thì ${group} được đóng gói hàng dưới mã số của bạn; nếu không phải, đừng xác nhận và báo cán bộ.`,
      en: `${group} has put you on record as a member. If you confirm, ${group} may pack goods under your codes; if it is not so, do not confirm and tell an officer.`,
      zh: `${group} 将您登记为成员。确认后，${group} 可在您的编号下包装货物；若不属实，请勿确认并告知主管人员。`,
    },
  }
}
