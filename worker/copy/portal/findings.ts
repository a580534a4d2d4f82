import type {
  FindingOutcome,
  FindingSeverity,
  FindingState,
  FindingSubject,
} from '../../domain/findings/kinds.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

export const FINDING_SEVERITY_NAMES = {
  minor: { vi: 'Nhẹ', en: 'Minor', zh: '轻微' },
  major: { vi: 'Nặng', en: 'Major', zh: '较重' },
  critical: { vi: 'Nghiêm trọng', en: 'Critical', zh: '严重' },
} as const satisfies Record<FindingSeverity, LocalText>

export const FINDING_STATE_NAMES = {
  open: { vi: 'Mới ghi', en: 'Recorded', zh: '已登记' },
  told: { vi: 'Chờ khắc phục', en: 'To be put right', zh: '待整改' },
  answered: { vi: 'Chờ kiểm tra lại', en: 'To be checked again', zh: '待复查' },
  closed: { vi: 'Đã kết thúc', en: 'Closed', zh: '已关闭' },
} as const satisfies Record<FindingState, LocalText>

export const FINDING_OUTCOME_NAMES = {
  mended: { vi: 'Đã khắc phục', en: 'Put right', zh: '已整改' },
  on_the_spot: { vi: 'Đã khắc phục tại chỗ', en: 'Put right on the spot', zh: '当场整改' },
  unfounded: { vi: 'Không có lỗi', en: 'Nothing was wrong', zh: '无问题' },
  to_case: { vi: 'Chuyển thành vụ việc', en: 'Became a case', zh: '转为案件' },
} as const satisfies Record<FindingOutcome, LocalText>

export const FINDING_SUBJECT_NAMES = {
  site: { vi: 'Vùng trồng, cơ sở', en: 'Site', zh: '场所' },
  organisation: { vi: 'Đơn vị', en: 'Organisation', zh: '单位' },
  batch: { vi: 'Lô hàng', en: 'Batch', zh: '批次' },
  label: { vi: 'Tem', en: 'Label', zh: '标签' },
  shop: { vi: 'Nơi bán', en: 'Shop', zh: '零售店' },
} as const satisfies Record<FindingSubject, LocalText>

/** The pages of findings in the portal. */
export const FINDINGS_COPY = {
  minutes: { vi: 'Biên bản kiểm tra', en: 'Minutes of the inspection', zh: '检查记录' },
  all: { vi: 'Tất cả', en: 'All', zh: '全部' },
  late: { vi: 'Quá hạn', en: 'Overdue', zh: '逾期' },
  authority: { vi: 'Cơ quan', en: 'Authority', zh: '机关' },
  state: { vi: 'Trạng thái', en: 'Status', zh: '状态' },
  photos: { vi: 'Ảnh', en: 'Photos', zh: '照片' },
  save: { vi: 'Lưu', en: 'Save', zh: '保存' },
  outcome: { vi: 'Kết quả', en: 'Outcome', zh: '结果' },
  case: { vi: 'Vụ việc', en: 'Case', zh: '案件' },
  noun: { vi: 'điểm chưa đạt này', en: 'finding', zh: '该不符合项' },
  title: { vi: 'Điểm chưa đạt', en: 'Findings', zh: '不符合项' },
  lead: {
    vi: 'Điều cán bộ thấy chưa đạt khi kiểm tra, biện pháp khắc phục và kết quả kiểm tra lại. Đơn vị thấy sau khi được báo.',
    en: 'What inspectors found wrong, what is to be done and what the second look showed. Its holder sees one once it was told.',
    zh: '检查发现的不符合项、整改措施及复查结果。告知后单位方可看到。',
  },
  leadHolder: {
    vi: 'Điều cơ quan quản lý thấy chưa đạt ở đơn vị của bạn. Khắc phục rồi trả lời trước hạn, kèm ảnh nếu có.',
    en: 'What the authority found at your organisation. Put it right and answer before the day named, with a photo if you can.',
    zh: '主管机关在贵单位发现的不符合项。请在期限前整改并答复，可附照片。',
  },
  writeAgain: {
    vi: 'Lập biên bản kiểm tra lại',
    en: 'Write minutes of a second look',
    zh: '填写复查记录',
  },
  inspectAgain: {
    vi: 'Kiểm tra lại trên ứng dụng',
    en: 'Inspect again with the app',
    zh: '用应用复查',
  },
  empty: { vi: 'Chưa có điểm chưa đạt nào.', en: 'No findings yet.', zh: '暂无不符合项。' },
  add: { vi: 'Ghi điểm chưa đạt', en: 'Record a finding', zh: '登记不符合项' },
  what: { vi: 'Điều chưa đạt', en: 'What is wrong', zh: '不符合内容' },
  whatHint: {
    vi: 'Thấy gì, ở đâu. Chỉ ghi điều tận mắt thấy.',
    en: 'What was seen and where; only what you saw yourself.',
    zh: '所见内容及位置；只记录亲眼所见。',
  },
  severity: { vi: 'Mức độ', en: 'Severity', zh: '严重程度' },
  about: { vi: 'Ở', en: 'At', zh: '对象' },
  holder: { vi: 'Đơn vị', en: 'Holder', zh: '单位' },
  noHolder: { vi: 'chưa rõ đơn vị', en: 'nobody known', zh: '未知单位' },
  foundOn: { vi: 'Ngày kiểm tra', en: 'Seen on', zh: '检查日期' },
  foundBy: { vi: 'Người ghi', en: 'Recorded by', zh: '登记人' },
  place: { vi: 'Nơi thấy (không công khai)', en: 'Where (never public)', zh: '地点（不公开）' },
  action: { vi: 'Biện pháp khắc phục', en: 'What is to be done', zh: '整改措施' },
  due: { vi: 'Hạn khắc phục', en: 'Due', zh: '整改期限' },
  photosHint: { vi: 'Chọn được nhiều ảnh.', en: 'Several may be chosen.', zh: '可选多张。' },
  photoTitle: { vi: 'Ảnh lúc kiểm tra', en: 'Photo of the check', zh: '检查照片' },
  newTitle: { vi: 'Ghi điểm chưa đạt', en: 'Record a finding', zh: '登记不符合项' },
  newNote: {
    vi: 'Đơn vị chưa thấy cho đến khi bạn báo. Ảnh được giữ nguyên và khóa bằng mã băm.',
    en: 'Its holder does not see it until you tell them. Photos are kept as they are, sealed by their hash.',
    zh: '告知之前单位看不到。照片原样保存并以哈希封存。',
  },
  tell: { vi: 'Báo cho đơn vị', en: 'Tell the holder', zh: '告知单位' },
  tellTitle: { vi: 'Báo cho {holder}', en: 'Tell {holder}', zh: '告知{holder}' },
  answer: { vi: 'Trả lời đã khắc phục', en: 'Answer that it is put right', zh: '答复已整改' },
  answerText: { vi: 'Đã khắc phục thế nào', en: 'How it was put right', zh: '整改情况' },
  answeredAt: { vi: 'Đơn vị trả lời', en: 'Answered', zh: '单位答复' },
  proof: {
    vi: 'Ảnh, giấy tờ chứng minh',
    en: 'Photos or papers that prove it',
    zh: '证明照片或文件',
  },
  return: { vi: 'Yêu cầu làm lại', en: 'Send it back', zh: '退回整改' },
  returnText: { vi: 'Còn thiếu gì', en: 'What is missing', zh: '尚缺内容' },
  close: { vi: 'Kết thúc', en: 'Close it', zh: '关闭' },
  followUp: { vi: 'Kiểm tra lại thấy', en: 'What the second look showed', zh: '复查情况' },
  toCase: { vi: 'Mở vụ việc từ điểm này', en: 'Open a case from it', zh: '据此立案' },
  isLate: {
    vi: 'Đã quá hạn khắc phục.',
    en: 'It is past the day it was due.',
    zh: '已超过整改期限。',
  },
  notTold: {
    vi: 'Đơn vị chưa được báo.',
    en: 'The holder was not told yet.',
    zh: '尚未告知单位。',
  },
  created: { vi: 'Đã ghi điểm chưa đạt.', en: 'The finding is recorded.', zh: '已登记。' },
  told: { vi: 'Đã báo cho đơn vị.', en: 'The holder was told.', zh: '已告知单位。' },
  answered: { vi: 'Đã gửi trả lời.', en: 'Your answer was sent.', zh: '已提交答复。' },
  returned: { vi: 'Đã yêu cầu làm lại.', en: 'It was sent back.', zh: '已退回。' },
  closed: { vi: 'Đã kết thúc.', en: 'It is closed.', zh: '已关闭。' },
  toldTitle: {
    vi: 'Có điểm chưa đạt cần khắc phục',
    en: 'A finding to put right',
    zh: '有不符合项需整改',
  },
  toldBody: {
    vi: '{authority} ghi nhận ở {shown}: {text} Cần làm: {action} Trước ngày {due}.',
    en: '{authority} found at {shown}: {text} To do: {action} Before {due}.',
    zh: '{authority}在{shown}发现：{text} 需整改：{action} 期限：{due}。',
  },
  returnedTitle: {
    vi: 'Điểm chưa đạt cần làm lại',
    en: 'A finding was sent back',
    zh: '不符合项被退回',
  },
  returnedBody: {
    vi: '{shown}: {text} Trước ngày {due}.',
    en: '{shown}: {text} Before {due}.',
    zh: '{shown}：{text} 期限：{due}。',
  },
  closedTitle: {
    vi: 'Điểm chưa đạt đã kết thúc',
    en: 'A finding was closed',
    zh: '不符合项已关闭',
  },
  answeredTitle: {
    vi: 'Đơn vị đã trả lời điểm chưa đạt',
    en: 'A finding was answered',
    zh: '单位已答复不符合项',
  },
} as const satisfies Record<string, LocalText>
