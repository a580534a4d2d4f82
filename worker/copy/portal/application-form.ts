import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** Questions of the form of an application, and of its steps. */
export const APPLICATION_FORM_COPY = {
  ...labels('code', 'markets', 'trees', 'reason', 'note', 'outcome', 'documentNo'),
  kind: { vi: 'Xin việc gì', en: 'What is asked for', zh: '申请事项' },
  kindOfPlace: { vi: 'Loại', en: 'Kind', zh: '类型' },
  codeHint: {
    vi: 'Để trống nếu xin mã mới.',
    en: 'Leave it empty for a new code.',
    zh: '申请新编号时留空。',
  },
  changeReason: { vi: 'Lý do', en: 'Reason', zh: '原因' },
  newHolder: { vi: 'Tên chủ mới', en: 'Name of the new holder', zh: '新持有人名称' },
  newHolderHint: {
    vi: 'Tên đầy đủ như trên giấy đăng ký.',
    en: 'The full name, as registered.',
    zh: '与登记一致的全称。',
  },
  newHolderKind: {
    vi: 'Nếu chủ mới chưa có trong sổ',
    en: 'If it is not on record yet',
    zh: '若尚未登记',
  },
  position: { vi: 'Chức vụ', en: 'Position', zh: '职务' },
  identityNo: {
    vi: 'Số CCCD hoặc mã số thuế',
    en: 'Identity or tax number',
    zh: '身份证号或税号',
  },
  identityHint: {
    vi: 'CCCD 12 số; mã số thuế 10 hoặc 13 số. Không công khai.',
    en: '12 digits, or 10 or 13 of a tax number. Never public.',
    zh: '身份证 12 位；税号 10 或 13 位。不公开。',
  },
  identityOdd: {
    vi: 'CCCD có 12 số; mã số thuế có 10 hoặc 13 số.',
    en: 'It has 12 digits, or 10 or 13 for a tax number.',
    zh: '身份证为 12 位，税号为 10 或 13 位。',
  },
  crops: { vi: 'Cây trồng xin cấp mã', en: 'Crops', zh: '作物' },
  marketsHint: {
    vi: 'Chỉ bán trong nước: chọn “Trong nước”.',
    en: 'Sold at home alone: choose Vietnam.',
    zh: '仅在国内销售：选择越南国内。',
  },
  gap: { vi: 'Đang áp dụng', en: 'Standards applied', zh: '执行标准' },
  harvests: { vi: 'Số vụ thu hoạch mỗi năm', en: 'Harvests a year', zh: '每年收获次数' },
  harvestsOdd: { vi: 'Ghi từ 0 đến 12.', en: 'From 0 to 12.', zh: '请填写 0 至 12。' },
  yieldAverage: {
    vi: 'Năng suất bình quân 3 năm (tấn/ha/năm)',
    en: 'Average yield of 3 years (t/ha/year)',
    zh: '三年平均单产（吨/公顷/年）',
  },
  expectedYield: {
    vi: 'Sản lượng dự kiến (tấn/năm)',
    en: 'Expected yield (t/year)',
    zh: '预计产量（吨/年）',
  },
  plantingYear: { vi: 'Năm trồng', en: 'Year planted', zh: '种植年份' },
  plantingYearOdd: {
    vi: 'Ghi năm 4 chữ số.',
    en: 'A year of four digits.',
    zh: '请填写四位年份。',
  },
  procedure: { vi: 'Quy trình canh tác', en: 'Cultivation procedure', zh: '栽培规程' },
  pestPlan: {
    vi: 'Kế hoạch theo dõi sinh vật gây hại',
    en: 'Pest-monitoring plan',
    zh: '有害生物监测计划',
  },
  pestPlanHint: {
    vi: 'Loài theo dõi, bẫy, lịch kiểm tra. Bắt buộc khi xuất khẩu.',
    en: 'Pests watched, traps, schedule. Required for export.',
    zh: '监测种类、诱捕器、检查计划。出口必填。',
  },
  diary: { vi: 'Có nhật ký canh tác', en: 'A diary is kept', zh: '有生产记录' },
  yes: { vi: 'Có', en: 'Yes', zh: '是' },
  no: { vi: 'Chưa', en: 'Not yet', zh: '尚无' },
  households: { vi: 'Danh sách hộ mới', en: 'The new list of households', zh: '新农户名单' },
  householdsHint: {
    vi: 'Dán từ bảng tính, cả dòng tiêu đề: Họ tên chủ hộ, Thửa, Diện tích (ha), Số cây, Điện thoại.',
    en: 'Paste it from a spreadsheet with its headings: name, plot, area (ha), trees, phone.',
    zh: '从表格粘贴，含标题行：户主姓名、地块、面积（公顷）、株数、电话。',
  },
  householdsNone: {
    vi: 'Danh sách chưa có hộ nào đọc được.',
    en: 'There is no household in this list.',
    zh: '名单中没有可识别的农户。',
  },
  householdsRow: {
    vi: 'Dòng {row}: {reason}',
    en: 'Row {row}: {reason}',
    zh: '第 {row} 行：{reason}',
  },
  committed: {
    vi: 'Cam kết nội dung khai là đúng, giữ điều kiện vùng trồng và không cho mượn mã số',
    en: 'What is said here is true; conditions are kept and the code is lent to nobody',
    zh: '承诺所填属实，保持条件，不出借编号',
  },
  committedYes: { vi: 'Tôi cam kết', en: 'I commit to it', zh: '我承诺' },
  supplement: { vi: 'Cần bổ sung gì', en: 'What is to be added', zh: '需补充内容' },
  checkOn: { vi: 'Ngày kiểm tra', en: 'Day of the check', zh: '核查日期' },
  checkedOn: { vi: 'Ngày đã kiểm tra', en: 'Checked on', zh: '实际核查日期' },
  checkMinutes: { vi: 'Biên bản kiểm tra', en: 'Minutes of the check', zh: '检查记录' },
  checkMinutesHint: {
    vi: 'Chọn biên bản thì ngày và kết quả lấy theo biên bản. Để trống để tự ghi.',
    en: 'Day and outcome are those of the minutes chosen. Leave empty to give them by hand.',
    zh: '选择记录后，日期和结果以记录为准；留空则手动填写。',
  },
  finding: { vi: 'Nhận xét tại chỗ', en: 'What was found', zh: '现场情况' },
  issuedOn: { vi: 'Ngày quyết định', en: 'Decided on', zh: '决定日期' },
  validTo: { vi: 'Hết hạn ngày', en: 'Last day', zh: '到期日' },
  validToHint: {
    vi: 'Để trống nếu không có thời hạn.',
    en: 'Leave empty for no end.',
    zh: '无期限时留空。',
  },
  reasonKind: { vi: 'Cấp lại vì', en: 'Re-issued because', zh: '换发原因' },
  oldEndsOn: { vi: 'Mã cũ hết hiệu lực từ', en: 'The old code ends on', zh: '旧编号失效日' },
  oldEndsHint: {
    vi: 'Để trống: cùng ngày quyết định. Ghi ngày sau để dùng hết tem đã in.',
    en: 'Empty: the day of the decision. A later day leaves time to use up printed labels.',
    zh: '留空即决定当日；可填写较晚日期以用完已印标签。',
  },
  codeFor: { vi: 'Mã số cho {market}', en: 'Code for {market}', zh: '{market}的编号' },
  codeForHint: {
    vi: 'Gợi ý theo dạng mã và số kế tiếp. Ghi cùng một mã cho nhiều thị trường thì chỉ cấp một mã.',
    en: 'Suggested by format and next number. The same code for several markets is one code.',
    zh: '按编号格式和下一序号建议。多个市场填写同一编号即为一个编号。',
  },
  keepHint: {
    vi: 'Để trống để giữ mã đang dùng.',
    en: 'Leave empty to keep the code in use.',
    zh: '留空则沿用现有编号。',
  },
  statusFor: { vi: 'Trạng thái ở {market}', en: 'Status for {market}', zh: '{market}的状态' },
} as const satisfies Record<string, LocalText>
