import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** A holder on their own codes: what keeps them alive, who uses them, what they object to. */
export const MY_CODES_COPY = {
  ...labels('codes', 'code', 'state', 'site', 'crop', 'packed', 'left', 'all', 'batch'),
  ...labels('packedOn', 'quantity'),
  title: { vi: 'Mã của tôi', en: 'My codes', zh: '我的编号' },
  lead: {
    vi: 'Những việc giữ cho mã số còn hiệu lực, và ai đang dùng mã.',
    en: 'What keeps your codes in force, and who uses them.',
    zh: '维持编号有效的事项，以及谁在使用编号。',
  },
  noCodes: {
    vi: 'Đơn vị chưa có mã số nào. Mã được cấp sẽ hiện ở đây.',
    en: 'Your organisation has no codes yet. Those granted show up here.',
    zh: '贵单位尚无编号，获颁后将显示在此。',
  },
  until: { vi: 'Hết hạn', en: 'Ends', zh: '到期' },
  noTerm: { vi: 'Không ghi hạn', en: 'No term', zh: '未注明期限' },
  nextCheck: { vi: 'Kiểm tra tới, chậm nhất', en: 'Next check, by', zh: '下次检查（最迟）' },
  noCheck: { vi: 'chưa có lịch', en: 'not scheduled', zh: '尚未安排' },
  quota: { vi: 'Sản lượng năm nay', en: 'This year’s yield', zh: '本年产量' },
  quotaText: {
    vi: 'Diện tích trồng nhân năng suất cao nhất của cây, theo từng thị trường khi mức khác nhau. Hàng đã đóng tính chung cho mọi thị trường. Quá mức này, lô phải chờ cán bộ.',
    en: 'Planted area times the most the crop gives, by market where they differ. What is packed counts for all of them. Past it a batch waits for an officer.',
    zh: '种植面积乘以作物最高单产，各市场标准不同时分别列出。已包装数量合并计算。超出后批次须等待主管人员决定。',
  },
  allowed: { vi: 'Nhiều nhất', en: 'At most', zh: '上限' },
  basis: {
    vi: '{ha} × {t} tấn/ha',
    en: '{ha} × {t} t/ha',
    zh: '{ha} × 每公顷 {t} 吨',
  },
  basisShared: {
    vi: '{ha} × {t} tấn/ha × {share}% (trồng xen)',
    en: '{ha} × {t} t/ha × {share}% (intercropped)',
    zh: '{ha} × 每公顷 {t} 吨 × {share}%（间作）',
  },
  basisCarried: {
    vi: ', thêm {kg} năm trước chưa đóng',
    en: ', and {kg} of last year',
    zh: '，另加上年结转 {kg}',
  },
  noQuota: {
    vi: 'chưa tính được: cần diện tích trồng của cây',
    en: 'not known: needs the crop’s planted area and ceiling',
    zh: '无法计算：缺少作物种植面积或单产上限',
  },
  noAreas: {
    vi: 'Chưa có vùng trồng nào ghi cây trồng.',
    en: 'No growing area with crops on record.',
    zh: '尚无登记作物的种植区。',
  },
  papers: { vi: 'Giấy tờ sắp hết hạn', en: 'Papers that run out', zh: '即将到期的证件' },
  paper: { vi: 'Giấy tờ', en: 'Paper', zh: '证件' },
  noPapers: {
    vi: 'Trong 60 ngày tới không có giấy tờ nào hết hạn.',
    en: 'Nothing runs out within 60 days.',
    zh: '60 天内没有证件到期。',
  },
  open: { vi: 'Điểm chưa đạt phải khắc phục', en: 'Findings to put right', zh: '待整改的不符合项' },
  waiting: {
    vi: 'Lô muốn dùng mã mà chưa được phép',
    en: 'Batches that ask for a code',
    zh: '申请使用编号的批次',
  },
  noWaiting: { vi: 'Không có lô nào chờ.', en: 'Nothing waits.', zh: '没有等待的批次。' },
  why: { vi: 'Vì sao chờ', en: 'Why', zh: '原因' },
  granted: { vi: 'Ai được dùng mã của tôi', en: 'Who may use my codes', zh: '谁可使用我的编号' },
  received: { vi: 'Tôi được dùng mã của ai', en: 'Codes I may use', zh: '我可使用的编号' },
  party: { vi: 'Bên kia', en: 'The other side', zh: '对方' },
  period: { vi: 'Thời hạn', en: 'Period', zh: '期限' },
  limit: { vi: 'Số lượng', en: 'Quantity', zh: '数量' },
  market: { vi: 'Thị trường', en: 'Markets', zh: '市场' },
  notConfirmed: { vi: 'Chờ xác nhận', en: 'Not confirmed', zh: '待确认' },
  over: { vi: 'Đã kết thúc', en: 'Over', zh: '已结束' },
  noGrants: {
    vi: 'Chưa cho ai dùng mã. Cho phép ở trang hợp đồng của vùng trồng.',
    en: 'Nobody may use your codes. Authorise somebody on the growing area’s page of contracts.',
    zh: '尚未授权任何人。请在种植区的合同页面授权。',
  },
  noReceived: {
    vi: 'Chưa có ai cho dùng mã.',
    en: 'Nobody lets you use a code.',
    zh: '尚未获得他人编号授权。',
  },
  grant: { vi: 'Cho phép dùng mã: {site}', en: 'Authorise for {site}', zh: '授权使用：{site}' },
  uses: {
    vi: 'Lô của người khác đã dùng mã của tôi',
    en: 'Batches of others under my codes',
    zh: '他人使用我的编号的批次',
  },
  everyUse: {
    vi: 'Lô đã dùng mã của tôi',
    en: 'Batches under my codes',
    zh: '使用我的编号的批次',
  },
  usesLead: {
    vi: 'Mỗi lô đã in tem dưới mã của bạn. Lô nào không đúng, bấm vào để khiếu nại; cán bộ sẽ xem xét.',
    en: 'Every batch with labels under your codes. Open a wrong one to dispute it; officers look into it.',
    zh: '以您的编号发行标签的全部批次。如有不当，点击提出异议，由主管人员处理。',
  },
  noUses: {
    vi: 'Chưa có lô nào dùng mã của bạn.',
    en: 'No batch has used your codes.',
    zh: '尚无批次使用您的编号。',
  },
  allUses: { vi: 'Xem tất cả lô đã dùng mã', en: 'See every batch', zh: '查看全部批次' },
  byOthers: { vi: 'Của người khác', en: 'Of others', zh: '他人' },
  packer: { vi: 'Tổ chức đóng gói', en: 'Packed by', zh: '包装组织' },
  notByMass: { vi: 'không tính được kg', en: 'not by mass', zh: '未按重量' },
  right: { vi: 'Căn cứ', en: 'By', zh: '依据' },
  annulled: { vi: 'Lô đã hủy', en: 'Annulled', zh: '已作废' },
  disputed: { vi: 'Đã khiếu nại ngày {on}', en: 'Disputed on {on}', zh: '{on} 已提出异议' },
  settled: { vi: 'Cán bộ đã xem xét xong', en: 'Looked into by officers', zh: '主管人员已处理' },
  disputeTitle: {
    vi: 'Khiếu nại lô {ref} dùng mã {code}',
    en: 'Dispute batch {ref} under {code}',
    zh: '对批次 {ref} 使用 {code} 提出异议',
  },
  disputeNote: {
    vi: 'Cán bộ của vùng trồng nhận được ngay. Tem của lô chưa đổi cho đến khi cán bộ kết luận.',
    en: 'Officers of the area get it at once. The labels stay as they are until an officer decides.',
    zh: '当地主管人员将立即收到。在其作出决定之前，标签状态不变。',
  },
  disputeReason: { vi: 'Vì sao lô này không đúng', en: 'What is wrong', zh: '异议理由' },
  dispute: { vi: 'Gửi khiếu nại', en: 'Send the dispute', zh: '提交异议' },
  disputedNow: {
    vi: 'Đã gửi khiếu nại cho cán bộ.',
    en: 'The dispute was sent to the officers.',
    zh: '异议已提交主管人员。',
  },
  disputedAlready: {
    vi: 'Lô này đã được khiếu nại rồi. Cán bộ đang xem xét.',
    en: 'This batch is disputed already; officers look into it.',
    zh: '该批次已提出异议，主管人员正在处理。',
  },
  caseFull: {
    vi: 'Vụ việc về mã này đã có quá nhiều đối tượng. Hãy báo trực tiếp cho cán bộ.',
    en: 'The case about this code is about too many things already. Tell an officer directly.',
    zh: '有关该编号的案件对象过多，请直接告知主管人员。',
  },
  caseTitle: {
    vi: 'Chủ mã {code} khiếu nại {packer}',
    en: 'Holder of {code} disputes {packer}',
    zh: '编号 {code} 持有人对 {packer} 提出异议',
  },
  caseSummary: {
    vi: 'Chủ mã số {code} khiếu nại lô {ref} của {packer}: {reason}',
    en: 'The holder of {code} disputes batch {ref} of {packer}: {reason}',
    zh: '编号 {code} 持有人对 {packer} 的批次 {ref} 提出异议：{reason}',
  },
} as const satisfies Record<string, LocalText>

/** By what right a batch was packed under a code. */
export const ENTITLEMENT_NAMES = {
  held: { vi: 'Chủ mã tự đóng gói', en: 'Its own holder', zh: '持有人自行包装' },
  member: { vi: 'Thành viên', en: 'Member', zh: '成员' },
  contract: { vi: 'Chủ mã cho phép', en: 'Authorised', zh: '获授权' },
  source: { vi: 'Theo lô nguồn', en: 'Came with a source', zh: '随来源批次' },
  allowed: { vi: 'Cán bộ cho phép', en: 'Allowed by an officer', zh: '主管人员准许' },
} as const satisfies Record<string, LocalText>
