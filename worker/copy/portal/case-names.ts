import type { CaseAct } from '../../domain/cases/case-workflow.ts'
import type {
  AgencyKind,
  CaseEventKind,
  CaseKind,
  CaseOutcome,
  CaseState,
  SubjectKind,
} from '../../domain/cases/kinds.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

export const CASE_KIND_NAMES = {
  fraud: { vi: 'Gian lận, tem giả', en: 'Fraud, forged labels', zh: '欺诈、伪造标签' },
  copied_labels: { vi: 'Tem bị sao chép', en: 'Copied labels', zh: '标签被复制' },
  borrowed_code: { vi: 'Mượn mã số', en: 'Borrowed code', zh: '借用注册编号' },
  foreign_notice: {
    vi: 'Cảnh báo của nước nhập khẩu',
    en: 'Notice from an importing country',
    zh: '进口国通报',
  },
  residue: { vi: 'Tồn dư vượt mức', en: 'Residue above the limit', zh: '残留超标' },
  complaint: { vi: 'Phản ánh của người mua', en: 'Complaint', zh: '消费者反馈' },
  dispute: { vi: 'Tranh chấp mã số', en: 'Dispute over a code', zh: '编号争议' },
  other: { vi: 'Việc khác', en: 'Another matter', zh: '其他' },
} as const satisfies Record<CaseKind, LocalText>

export const CASE_STATE_NAMES = {
  open: { vi: 'Mới mở', en: 'Open', zh: '新建' },
  in_progress: { vi: 'Đang xử lý', en: 'In progress', zh: '处理中' },
  waiting: { vi: 'Đang chờ', en: 'Waiting', zh: '等待中' },
  handed_over: { vi: 'Đã chuyển cơ quan khác', en: 'Handed over', zh: '已移交' },
  closed: { vi: 'Đã kết thúc', en: 'Closed', zh: '已结案' },
} as const satisfies Record<CaseState, LocalText>

export const CASE_OUTCOME_NAMES = {
  proven: { vi: 'Có vi phạm', en: 'A breach was proven', zh: '违规属实' },
  sanctioned: { vi: 'Có vi phạm, đã xử phạt', en: 'A breach, sanctioned', zh: '违规，已处罚' },
  mended: { vi: 'Đã khắc phục', en: 'Put right', zh: '已整改' },
  unproven: { vi: 'Chưa đủ căn cứ', en: 'Not enough evidence', zh: '证据不足' },
  unfounded: { vi: 'Không có vi phạm', en: 'No breach', zh: '无违规' },
} as const satisfies Record<CaseOutcome, LocalText>

export const AGENCY_NAMES = {
  police: { vi: 'Công an', en: 'Police', zh: '公安' },
  market_management: { vi: 'Quản lý thị trường', en: 'Market management', zh: '市场管理' },
  customs: { vi: 'Hải quan', en: 'Customs', zh: '海关' },
  other: { vi: 'Cơ quan khác', en: 'Another agency', zh: '其他机关' },
} as const satisfies Record<AgencyKind, LocalText>

export const SUBJECT_NAMES = {
  batch: { vi: 'Lô hàng', en: 'Batch', zh: '批次' },
  run: { vi: 'Đợt in tem', en: 'Label run', zh: '标签批' },
  label: { vi: 'Tem', en: 'Label', zh: '标签' },
  code: { vi: 'Mã số', en: 'Code', zh: '注册编号' },
  site: { vi: 'Vùng trồng, cơ sở', en: 'Site', zh: '场所' },
  organisation: { vi: 'Đơn vị', en: 'Organisation', zh: '单位' },
  report: { vi: 'Phản ánh', en: 'Report', zh: '反馈' },
} as const satisfies Record<SubjectKind, LocalText>

export const CASE_ACT_NAMES = {
  start: { vi: 'Tiếp tục xử lý', en: 'Go on with it', zh: '继续处理' },
  wait: { vi: 'Tạm chờ', en: 'Put on hold', zh: '暂挂' },
  hand_over: { vi: 'Chuyển cơ quan khác', en: 'Hand over', zh: '移交' },
  close: { vi: 'Kết thúc vụ việc', en: 'Close the case', zh: '结案' },
  reopen: { vi: 'Mở lại', en: 'Reopen', zh: '重新立案' },
} as const satisfies Record<CaseAct, LocalText>

export const CASE_EVENT_NAMES = {
  opened: { vi: 'Mở', en: 'Opened', zh: '立案' },
  assigned: { vi: 'Giao xử lý', en: 'Assigned', zh: '指派' },
  started: { vi: 'Tiếp tục xử lý', en: 'Went on', zh: '继续处理' },
  waited: { vi: 'Tạm chờ', en: 'Put on hold', zh: '暂挂' },
  handed_over: { vi: 'Chuyển cơ quan khác', en: 'Handed over', zh: '移交' },
  closed: { vi: 'Kết thúc', en: 'Closed', zh: '结案' },
  reopened: { vi: 'Mở lại', en: 'Reopened', zh: '重新立案' },
  noted: { vi: 'Ghi chú', en: 'Noted', zh: '备注' },
  subject: { vi: 'Thêm đối tượng', en: 'Subject added', zh: '添加对象' },
  evidence: { vi: 'Thêm chứng cứ', en: 'Evidence added', zh: '添加证据' },
  told: { vi: 'Báo cho đơn vị', en: 'Told to the holder', zh: '告知单位' },
  answered: { vi: 'Đơn vị trả lời', en: 'Answered', zh: '单位答复' },
  returned: { vi: 'Yêu cầu làm lại', en: 'Sent back', zh: '退回整改' },
  matched: { vi: 'Xác định mã số', en: 'Code settled', zh: '确认编号' },
  left_out: { vi: 'Để ngoài', en: 'Left out', zh: '排除' },
  cause: { vi: 'Kết luận nguyên nhân', en: 'Cause settled', zh: '查明原因' },
  rechecked: { vi: 'Kiểm tra lại', en: 'Checked again', zh: '复查' },
  replied: { vi: 'Trả lời nước nhập khẩu', en: 'Answered abroad', zh: '答复进口国' },
  suspended: { vi: 'Tạm dừng mã số', en: 'Code suspended', zh: '暂停编号' },
  restored: { vi: 'Khôi phục mã số', en: 'Code restored', zh: '恢复编号' },
  exported: { vi: 'Xuất bản có chữ ký số', en: 'Signed copy made', zh: '导出签名文件' },
} as const satisfies Record<CaseEventKind, LocalText>
