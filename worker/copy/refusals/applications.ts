import type { LocalText } from '../../lib/text/local-text.ts'

/** Why something is not done with an application. */
export const APPLICATION_REFUSALS = {
  openAlready: {
    vi: 'Nơi này đã có hồ sơ {number} cùng loại chưa xong. Hãy mở hồ sơ đó để làm tiếp.',
    en: 'There is an open application of this kind already: {number}. Go on with that one.',
    zh: '该场所已有同类未结申请 {number}，请继续办理该申请。',
  },
  codeMissing: {
    vi: 'Hãy chọn mã số cần làm hồ sơ.',
    en: 'Choose the code it is about.',
    zh: '请选择相关编号。',
  },
  notItsCode: {
    vi: 'Mã này không phải mã đang dùng của “{site}”.',
    en: 'This is no code of “{site}” that stands.',
    zh: '该编号不是“{site}”的有效编号。',
  },
  notFilling: {
    vi: 'Hồ sơ đang ở bước “{state}” nên không sửa được. Cần sửa, hãy đề nghị cơ quan yêu cầu bổ sung.',
    en: 'The application is “{state}” and cannot be changed. Ask the office for a supplement.',
    zh: '申请当前为“{state}”，不能修改。如需修改，请机关要求补充。',
  },
  outOfOrder: {
    vi: 'Hồ sơ đang ở bước “{state}” nên chưa làm được việc này. Tải lại trang để xem bước tiếp theo.',
    en: 'The application is “{state}”, so this cannot be done now. Reload to see what is next.',
    zh: '申请当前为“{state}”，不能执行此步骤。请刷新页面查看下一步。',
  },
  notYours: {
    vi: 'Bước này do {who} làm.',
    en: 'This step is for: {who}.',
    zh: '此步骤由{who}办理。',
  },
  missing: {
    vi: 'Chưa làm được bước này. Còn thiếu: {what}.',
    en: 'This cannot be done yet. Missing: {what}.',
    zh: '暂不能执行此步骤。尚缺：{what}。',
  },
  dayPast: {
    vi: 'Ngày hẹn kiểm tra phải từ hôm nay trở đi.',
    en: 'The day of the check is today or later.',
    zh: '核查日期不得早于今天。',
  },
  dayAhead: {
    vi: 'Ngày đã kiểm tra không thể ở sau hôm nay.',
    en: 'A check that was made was not made later than today.',
    zh: '实际核查日期不得晚于今天。',
  },
  notItsMinutes: {
    vi: 'Biên bản này không phải của nơi đang xin, hoặc lập trước ngày hẹn. Chọn biên bản trong danh sách.',
    en: 'These minutes are of another place, or from before the day of the check. Choose one of the list.',
    zh: '该记录不属于本场所，或早于约定核查日期。请从列表中选择。',
  },
  codeTaken: {
    vi: 'Mã này vừa được cấp cho nơi khác. Lấy số kế tiếp rồi duyệt lại.',
    en: 'This code has just been granted elsewhere. Take the next number and approve again.',
    zh: '该编号刚刚已发放给他处。请取下一序号后重新批准。',
  },
  codeForEach: {
    vi: 'Mã cũ hết hiệu lực ở mọi thị trường. Hãy ghi mã mới cho từng thị trường.',
    en: 'The old code ends in every market. Give a new one for each.',
    zh: '旧编号在所有市场失效，请为每个市场填写新编号。',
  },
  noOpenMarket: {
    vi: 'Mã cũ không còn hiệu lực ở thị trường nào. Hãy làm hồ sơ cấp mã mới.',
    en: 'The old code counts in no market any more. Apply for a new one.',
    zh: '旧编号在任何市场均已无效，请申请新编号。',
  },
  holderChanged: {
    vi: '“{site}” đã đổi chủ sau khi lập hồ sơ này. Hãy rút hồ sơ; chủ mới lập hồ sơ của mình.',
    en: '“{site}” has another holder since. Withdraw this application; the new holder makes their own.',
    zh: '“{site}”在建立本申请后已变更持有人。请撤回本申请，由新持有人另行申请。',
  },
  holderSame: {
    vi: 'Nơi này đã thuộc về {holder}. Không có gì để đổi.',
    en: 'The place belongs to {holder} already. There is nothing to change.',
    zh: '该场所已属于{holder}，无需变更。',
  },
  holderOther: {
    vi: 'Hồ sơ ghi chủ mới là “{typed}”; trong sổ chỉ có “{holder}”. Chuyển cho “{holder}”?',
    en: 'The application names “{typed}”; on record there is “{holder}” alone. Is that the one?',
    zh: '申请填写的新持有人为“{typed}”，登记册中仅有“{holder}”。是否转给“{holder}”？',
  },
} as const satisfies Record<string, LocalText>
