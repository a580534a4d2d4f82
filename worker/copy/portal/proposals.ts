import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

export const PROPOSAL_STATE_NAMES = {
  open: { vi: 'Chờ quyết định', en: 'Waiting', zh: '待决定' },
  confirmed: { vi: 'Đã tạm dừng', en: 'Suspended', zh: '已暂停' },
  refused: { vi: 'Không chấp nhận', en: 'Refused', zh: '未采纳' },
} as const satisfies Record<'open' | 'confirmed' | 'refused', LocalText>

/** Proposals that a code be suspended. */
export const PROPOSALS_COPY = {
  ...labels('all', 'minutes', 'code', 'market', 'reason', 'state', 'documentNo'),
  noun: { vi: 'đề xuất này', en: 'proposal', zh: '该提议' },
  title: { vi: 'Đề xuất tạm dừng mã số', en: 'Proposed suspensions', zh: '暂停提议' },
  lead: {
    vi: 'Người kiểm tra đề xuất, cán bộ cấp tỉnh xác nhận một bước là thành quyết định. Chưa xác nhận thì mã số vẫn hoạt động.',
    en: 'Inspectors propose; an officer’s confirmation is the decision. Until then the code stays active.',
    zh: '检查人员提议，主管人员一步确认即成为决定。确认前编号仍有效。',
  },
  empty: { vi: 'Chưa có đề xuất nào.', en: 'No proposals.', zh: '暂无提议。' },
  details: { vi: 'Thấy gì', en: 'What was seen', zh: '所见情况' },
  detailsHint: {
    vi: 'Điều thấy khi kiểm tra, ngày nào, ở đâu. Cán bộ đọc dòng này để quyết định.',
    en: 'What was seen, when and where. The officer decides by this.',
    zh: '检查所见、日期及地点，供主管人员决定。',
  },
  by: { vi: 'Người đề xuất', en: 'Proposed by', zh: '提议人' },
  on: { vi: 'Ngày đề xuất', en: 'Proposed on', zh: '提议日期' },
  newTitle: {
    vi: 'Đề xuất tạm dừng {code}',
    en: 'Propose to suspend {code}',
    zh: '提议暂停 {code}',
  },
  newNote: {
    vi: 'Mã số chưa bị tạm dừng cho đến khi cán bộ xác nhận.',
    en: 'The code is not suspended until an officer confirms.',
    zh: '主管人员确认前编号不会暂停。',
  },
  propose: { vi: 'Gửi đề xuất', en: 'Send it', zh: '提交提议' },
  decideTitle: {
    vi: 'Tạm dừng {code} ở {market}',
    en: 'Suspend {code} for {market}',
    zh: '暂停 {code}（{market}）',
  },
  decideNote: {
    vi: 'Xác nhận là quyết định: chủ mã số được báo, trang tem đổi trong 30 giây.',
    en: 'Confirming is the decision: the holder is told and label pages change within 30 seconds.',
    zh: '确认即为决定：将通知持有人，标签页 30 秒内更新。',
  },
  effectiveOn: { vi: 'Có hiệu lực từ', en: 'In force from', zh: '生效日期' },
  confirm: { vi: 'Xác nhận tạm dừng', en: 'Suspend the code', zh: '确认暂停' },
  refuse: { vi: 'Không chấp nhận', en: 'Refuse', zh: '不采纳' },
  refuseTitle: {
    vi: 'Không chấp nhận đề xuất {code}',
    en: 'Refuse the proposal on {code}',
    zh: '不采纳 {code} 的提议',
  },
  refusal: { vi: 'Vì sao', en: 'Why', zh: '原因' },
  created: { vi: 'Đã gửi đề xuất.', en: 'The proposal was sent.', zh: '提议已提交。' },
  confirmed: { vi: 'Đã tạm dừng mã số.', en: 'The code is suspended.', zh: '编号已暂停。' },
  refused: {
    vi: 'Đã trả lời không chấp nhận.',
    en: 'The proposal was refused.',
    zh: '已答复不采纳。',
  },
  refusedBody: {
    vi: 'Đề xuất tạm dừng {code} ở {market} không được chấp nhận: {reason}',
    en: 'The proposal to suspend {code} for {market} was refused: {reason}',
    zh: '暂停 {code}（{market}）的提议未被采纳：{reason}',
  },
} as const satisfies Record<string, LocalText>
