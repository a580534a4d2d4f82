import type { MinutesStep } from '../../domain/inspections/page-texts.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

export const MINUTES_STEP_NAMES = {
  ask: { vi: 'Câu hỏi', en: 'Questions', zh: '题目' },
  findings: {
    vi: 'Điểm chưa đạt và kết luận',
    en: 'Findings and conclusion',
    zh: '不符合项与结论',
  },
  sign: { vi: 'Ký', en: 'Signatures', zh: '签名' },
} as const satisfies Record<MinutesStep, LocalText>

/** Minutes written at a desk, without the app. */
export const MINUTES_COPY = {
  draftNoun: { vi: 'bản nháp này', en: 'draft', zh: '该草稿' },
  add: { vi: 'Lập biên bản', en: 'Write minutes', zh: '填写检查记录' },
  startTitle: { vi: 'Lập biên bản kiểm tra', en: 'Minutes of an inspection', zh: '填写检查记录' },
  startNote: {
    vi: 'Dùng khi lập biên bản ở máy tính, hoặc nhập lại biên bản giấy. Ở ngoài đồng, dùng ứng dụng.',
    en: 'For minutes written at a desk, or copied from paper. In the field use the app.',
    zh: '用于在电脑上填写或录入纸质记录。现场请使用应用。',
  },
  start: { vi: 'Bắt đầu', en: 'Begin', zh: '开始' },
  codeHint: {
    vi: 'Mã số của nơi được kiểm tra.',
    en: 'A code of the place.',
    zh: '被检查场所的编号。',
  },
  noPlace: {
    vi: 'Hãy ghi mã số của nơi được kiểm tra.',
    en: 'Type the code of the place.',
    zh: '请填写被检查场所的编号。',
  },
  form: { vi: 'Mẫu biên bản', en: 'Form', zh: '检查表格' },
  formHint: {
    vi: 'Để trống nếu chỉ có một mẫu cho nơi này.',
    en: 'Leave it empty where only one form is for the place.',
    zh: '若该场所只有一种表格可留空。',
  },
  noForm: {
    vi: 'Chưa có mẫu nào cho loại kiểm tra này ở nơi này.',
    en: 'There is no form for this inspection here.',
    zh: '此处没有适用于该检查类型的表格。',
  },
  whichForm: {
    vi: 'Nơi này có nhiều mẫu. Hãy chọn một mẫu.',
    en: 'There are several forms for this place. Choose one.',
    zh: '该场所有多种表格，请选择一种。',
  },
  tooManyDrafts: {
    vi: 'Bạn đang có 50 bản nháp. Hãy hoàn tất hoặc bỏ bớt.',
    en: 'You have 50 drafts. Finish or drop some first.',
    zh: '您已有 50 份草稿，请先完成或删除部分。',
  },
  drafts: { vi: 'Biên bản đang lập dở', en: 'Half-written minutes', zh: '未完成的记录' },
  draftsLead: {
    vi: 'Chỉ bạn thấy các bản nháp này. Mở lại để viết tiếp.',
    en: 'Only you see these. Open one to go on.',
    zh: '仅您可见。打开可继续填写。',
  },
  draftsEmpty: { vi: 'Không có bản nháp nào.', en: 'No drafts.', zh: '没有草稿。' },
  savedAt: { vi: 'Lưu lúc', en: 'Saved', zh: '保存时间' },
  progress: {
    vi: 'Phần {at}/{of}. {kind}, {form}.',
    en: 'Part {at} of {of}. {kind}, {form}.',
    zh: '第 {at}/{of} 部分。{kind}，{form}。',
  },
  oldForm: {
    vi: 'Mẫu này đã có bản mới; bản nháp giữ mẫu lúc bắt đầu.',
    en: 'The form has a newer version; this draft stays with the one it was begun by.',
    zh: '表格已有新版本，本草稿沿用开始时的版本。',
  },
  othersWrite: {
    vi: '{names} cũng đang lập biên bản ở nơi này.',
    en: '{names} is writing minutes of this place too.',
    zh: '{names} 也在填写该场所的记录。',
  },
  thereAlready: {
    vi: '{name} đã lập biên bản nơi này ngày {day}. Biên bản của bạn vẫn được lưu và ghi là biên bản thứ hai.',
    en: '{name} made minutes of this place on {day}. Yours are kept too and marked as the second.',
    zh: '{name} 已于 {day} 填写该场所的记录。您的记录仍会保存，并标为第二份。',
  },
  saveNext: { vi: 'Lưu và sang phần sau', en: 'Save and go on', zh: '保存并继续' },
  keep: { vi: 'Lưu nháp', en: 'Save the draft', zh: '保存草稿' },
  kept: {
    vi: 'Đã lưu nháp. Câu hỏi hiện theo các câu đã trả lời.',
    en: 'The draft is saved. Questions are shown by what was answered.',
    zh: '草稿已保存。题目按已答内容显示。',
  },
  finish: { vi: 'Hoàn tất biên bản', en: 'Finish', zh: '完成记录' },
  finishNote: {
    vi: 'Sau khi hoàn tất, biên bản không sửa được.',
    en: 'Once finished the minutes cannot be changed.',
    zh: '完成后不可修改。',
  },
  finished: { vi: 'Đã lập biên bản.', en: 'The minutes are stored.', zh: '记录已保存。' },
  notYet: {
    vi: 'Còn chỗ chưa đủ. Bản nháp đã được lưu.',
    en: 'Something is missing still. The draft is saved.',
    zh: '尚有缺项，草稿已保存。',
  },
  day: { vi: 'Ngày kiểm tra', en: 'Day of the inspection', zh: '检查日期' },
  pointHint: {
    vi: 'Vĩ độ, kinh độ. Ví dụ 10.37512, 105.43891.',
    en: 'Latitude, longitude: 10.37512, 105.43891.',
    zh: '纬度、经度，例如 10.37512, 105.43891。',
  },
  photosHint: {
    vi: 'Ảnh JPEG, PNG hoặc WebP, tối đa 6 ảnh. Giờ và nơi chụp trong ảnh được giữ.',
    en: 'JPEG, PNG or WebP, at most 6. Time and place in the photo are kept.',
    zh: 'JPEG、PNG 或 WebP，最多 6 张。照片中的时间和地点会保留。',
  },
  keptPhoto: { vi: 'Ảnh {n} đã tải lên', en: 'Photo {n}, uploaded', zh: '照片 {n}，已上传' },
  otherFinding: { vi: 'Điểm khác {n}', en: 'Another finding {n}', zh: '其他不符合项 {n}' },
  otherFindingHint: {
    vi: 'Để trống nếu không có.',
    en: 'Leave it empty where there is none.',
    zh: '没有则留空。',
  },
  byAnswer: {
    vi: 'Theo câu trả lời: {question}',
    en: 'By the answer to: {question}',
    zh: '根据回答：{question}',
  },
  waiting: { vi: 'Lần trước: {text}', en: 'Before: {text}', zh: '上次：{text}' },
  waitingLead: {
    vi: 'Phải làm: {action} · Hạn: {due}',
    en: 'To do: {action} · Due: {due}',
    zh: '需整改：{action} · 期限：{due}',
  },
  look: { vi: 'Đã khắc phục chưa', en: 'Is it put right', zh: '是否已整改' },
  proposalReason: {
    vi: 'Đề nghị tạm dừng mã số, lý do',
    en: 'Propose that the code be suspended, because of',
    zh: '提议暂停编号，理由',
  },
  scans: { vi: 'Ảnh bản đã ký trên giấy', en: 'Photos of the signed sheet', zh: '纸质签名页照片' },
  scansHint: {
    vi: 'Cần khi hai bên ký trên giấy. Tối đa 6 ảnh.',
    en: 'Needed where both signed on paper. At most 6.',
    zh: '纸质签名时必填，最多 6 张。',
  },
  drawHint: {
    vi: 'Ký vào khung, hoặc để trống và ký trên giấy.',
    en: 'Sign in the frame, or leave it and sign on paper.',
    zh: '可在框内签名，或留空改用纸质签名。',
  },
  drop: { vi: 'Bỏ bản nháp', en: 'Drop the draft', zh: '删除草稿' },
  dropNote: {
    vi: 'Mọi điều đã ghi trong bản nháp này sẽ mất.',
    en: 'All that was written in this draft is lost.',
    zh: '草稿中的全部内容将丢失。',
  },
  dropped: { vi: 'Đã bỏ bản nháp.', en: 'The draft is dropped.', zh: '草稿已删除。' },
  onPaper: {
    vi: 'Ký trên giấy, xem ảnh kèm theo.',
    en: 'Signed on paper, see the photos.',
    zh: '纸质签名，见附照片。',
  },
} as const satisfies Record<string, LocalText>
