import type { LocalText } from '../../lib/text/local-text.ts'

/** Why something is not done with a case, a finding or a proposal. */
export const CASE_REFUSALS = {
  notThatWay: {
    vi: 'Vụ việc đang ở trạng thái “{state}” nên chưa làm được bước này.',
    en: 'The case is “{state}”, so this cannot be done now.',
    zh: '案件当前为“{state}”，不能执行此步骤。',
  },
  closed: {
    vi: 'Vụ việc đã kết thúc. Hãy mở lại trước.',
    en: 'The case is closed. Reopen it first.',
    zh: '案件已结案，请先重新立案。',
  },
  nobodySuch: {
    vi: 'Người này không phụ trách địa bàn của vụ việc.',
    en: 'This person does not answer for the place of the case.',
    zh: '此人不负责该案所在辖区。',
  },
  noAgency: {
    vi: 'Đơn vị này không có tài khoản cơ quan đọc.',
    en: 'This organisation has no account of an agency.',
    zh: '该单位没有机关账户。',
  },
  noSubject: {
    vi: 'Không tìm thấy đối tượng này. Kiểm tra lại mã hoặc tên.',
    en: 'Nothing of that name. Check the code or name.',
    zh: '未找到该对象，请检查编号或名称。',
  },
  severalSubjects: {
    vi: 'Có nhiều đơn vị cùng tên. Hãy mở trang của đơn vị rồi mở vụ việc từ đó.',
    en: 'Several organisations have that name. Open the one meant and begin there.',
    zh: '有多个同名单位，请从该单位页面开始。',
  },
  tooManySubjects: {
    vi: 'Một vụ việc có tối đa {most} đối tượng.',
    en: 'A case is about {most} things at most.',
    zh: '一个案件最多 {most} 个对象。',
  },
  tooMuchEvidence: {
    vi: 'Đã đủ {most} tệp chứng cứ.',
    en: 'It has {most} files of evidence, the most there may be.',
    zh: '证据文件已达 {most} 个上限。',
  },
  evidenceKind: {
    vi: 'Chứng cứ phải là ảnh (JPEG, PNG, WebP) hoặc PDF.',
    en: 'Evidence is a photo (JPEG, PNG, WebP) or a PDF.',
    zh: '证据须为照片（JPEG、PNG、WebP）或 PDF。',
  },
  evidenceThere: {
    vi: 'Tệp này đã có trong chứng cứ.',
    en: 'This very file is among the evidence already.',
    zh: '该文件已在证据中。',
  },
  evidenceAltered: {
    vi: 'Tệp {name} không còn như lúc nộp: mã băm không khớp. Không dùng làm chứng cứ; hãy báo quản trị.',
    en: 'The file {name} is no longer what was handed in: its hash differs. It proves nothing; tell the administrator.',
    zh: '文件 {name} 与提交时不符：哈希不一致。不得作为证据，请通知管理员。',
  },
  evidenceGone: {
    vi: 'Tệp {name} không còn trong kho.',
    en: 'The file {name} is no longer there.',
    zh: '文件 {name} 已不存在。',
  },
  findingNotThatWay: {
    vi: 'Điểm chưa đạt đang ở trạng thái “{state}” nên chưa làm được bước này.',
    en: 'The finding is “{state}”, so this cannot be done now.',
    zh: '不符合项当前为“{state}”，不能执行此步骤。',
  },
  nobodyToTell: {
    vi: 'Chưa có đơn vị nào để báo.',
    en: 'There is no organisation to tell.',
    zh: '没有可告知的单位。',
  },
  proposedAlready: {
    vi: 'Mã số này đã có đề xuất tạm dừng đang chờ ở thị trường này.',
    en: 'A suspension of this code in this market is proposed already.',
    zh: '该编号在此市场已有待处理的暂停提议。',
  },
  proposalDecided: {
    vi: 'Đề xuất này đã được quyết định.',
    en: 'This proposal was decided already.',
    zh: '该提议已处理。',
  },
  codeNotActive: {
    vi: 'Mã số không hoạt động ở thị trường này nên không đề xuất tạm dừng được.',
    en: 'The code is not active in this market, so there is nothing to suspend.',
    zh: '该编号在此市场未生效，无需暂停。',
  },
  voidedByAuthority: {
    vi: 'Tem do {authority} hủy; chỉ cơ quan đó khôi phục được.',
    en: '{authority} cancelled these labels; only an authority can restore them.',
    zh: '标签由{authority}作废，仅主管机关可恢复。',
  },
  noItems: {
    vi: 'Hãy ghi ít nhất một sản phẩm.',
    en: 'Put down one product at least.',
    zh: '请至少填写一种产品。',
  },
  noSuchCommune: {
    vi: 'Không có xã, phường này trong địa bàn.',
    en: 'There is no such commune in your area.',
    zh: '辖区内没有该乡镇。',
  },
} as const satisfies Record<string, LocalText>
