import type { LocalText } from '../../text.ts'

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
