import type { InspectionKind, InspectionOutcome } from '../../domain/inspections/kinds.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

export const INSPECTION_KIND_NAMES = {
  initial: { vi: 'Kiểm tra lần đầu', en: 'Initial', zh: '首次检查' },
  periodic: { vi: 'Kiểm tra định kỳ', en: 'Periodic', zh: '定期检查' },
  unannounced: { vi: 'Kiểm tra đột xuất', en: 'Unannounced', zh: '突击检查' },
  follow_up: { vi: 'Kiểm tra lại sau khắc phục', en: 'Follow-up', zh: '整改复查' },
  online: { vi: 'Kiểm tra trực tuyến', en: 'Online', zh: '线上检查' },
} as const satisfies Record<InspectionKind, LocalText>

export const INSPECTION_OUTCOME_NAMES = {
  passed: { vi: 'Đạt', en: 'Passed', zh: '合格' },
  passed_with_actions: { vi: 'Đạt, có khắc phục', en: 'Passed with actions', zh: '整改后合格' },
  failed: { vi: 'Không đạt', en: 'Failed', zh: '不合格' },
} as const satisfies Record<InspectionOutcome, LocalText>

/** Minutes of inspections in the portal, and what is said when they arrive. */
export const INSPECTIONS_COPY = {
  all: { vi: 'Tất cả', en: 'All', zh: '全部' },
  day: { vi: 'Ngày', en: 'Day', zh: '日期' },
  holder: { vi: 'Chủ mã số', en: 'Holder', zh: '持有人' },
  code: { vi: 'Mã số', en: 'Code', zh: '注册编号' },
  authority: { vi: 'Cơ quan', en: 'Authority', zh: '机关' },
  findings: { vi: 'Điểm chưa đạt', en: 'Findings', zh: '不符合项' },
  due: { vi: 'Hạn', en: 'Due', zh: '期限' },
  state: { vi: 'Trạng thái', en: 'Status', zh: '状态' },
  photos: { vi: 'Ảnh', en: 'Photos', zh: '照片' },
  noun: { vi: 'biên bản này', en: 'inspection', zh: '该检查记录' },
  formNoun: { vi: 'mẫu biên bản này', en: 'form', zh: '该表格' },
  siteNoun: { vi: 'nơi kiểm tra này', en: 'place', zh: '该场所' },
  codeOfSite: {
    vi: 'mã số này ở nơi đã chọn',
    en: 'that code at the place chosen',
    zh: '所选场所的该编号',
  },
  otherForm: {
    vi: 'Mẫu này dùng cho nơi khác hoặc loại kiểm tra khác.',
    en: 'The form is for another kind of place or inspection.',
    zh: '该表格适用于其他场所或检查类型。',
  },
  noCode: {
    vi: 'Hãy ghi mã số muốn đề nghị tạm dừng.',
    en: 'Name the code to be suspended.',
    zh: '请填写提议暂停的编号。',
  },
  otherFinding: {
    vi: 'Điểm chưa đạt này không phải của nơi kiểm tra.',
    en: 'That finding is not of this place.',
    zh: '该不符合项不属于此场所。',
  },
  photoTitle: { vi: 'Ảnh khi kiểm tra', en: 'Photo of the inspection', zh: '检查照片' },
  toldTitle: { vi: 'Có biên bản kiểm tra', en: 'Minutes of an inspection', zh: '检查记录' },
  toldBody: {
    vi: '{inspector} đã kiểm tra {site}. Kết luận: {outcome}. Số điểm chưa đạt: {n}. Mở biên bản để xem việc cần khắc phục và hạn.',
    en: '{inspector} inspected {site}. Conclusion: {outcome}. Findings: {n}. The minutes say what is to be done and by when.',
    zh: '{inspector} 检查了 {site}。结论：{outcome}。不符合项：{n}。请查看记录中的整改要求和期限。',
  },
  title: { vi: 'Biên bản kiểm tra', en: 'Inspections', zh: '检查记录' },
  lead: {
    vi: 'Biên bản do cán bộ lập trên ứng dụng hoặc tại máy tính, có chữ ký hai bên. Biên bản không sửa được; việc phải khắc phục nằm ở Điểm chưa đạt.',
    en: 'Minutes made with the app or at a desk, signed by both sides. They cannot be changed; what is to be put right stands under Findings.',
    zh: '由检查人员使用应用或电脑填写并经双方签名。记录不可修改；整改事项见“不符合项”。',
  },
  empty: {
    vi: 'Chưa có biên bản nào. Cán bộ lập ở đây hoặc trên ứng dụng.',
    en: 'No inspections yet. Inspectors make them here or in the app.',
    zh: '暂无检查记录。检查人员可在此处或应用中填写。',
  },
  openApp: { vi: 'Lập biên bản trên ứng dụng', en: 'Inspect with the app', zh: '在应用中填写' },
  forms: { vi: 'Mẫu biên bản', en: 'Forms', zh: '检查表格' },
  site: { vi: 'Nơi kiểm tra', en: 'Place', zh: '检查地点' },
  kind: { vi: 'Loại kiểm tra', en: 'Kind', zh: '检查类型' },
  outcome: { vi: 'Kết luận', en: 'Conclusion', zh: '结论' },
  inspector: { vi: 'Người kiểm tra', en: 'Inspector', zh: '检查人员' },
  holderPerson: { vi: 'Đại diện cơ sở', en: 'For the holder', zh: '单位代表' },
  conclusion: { vi: 'Ý kiến kết luận', en: 'Remarks', zh: '结论意见' },
  second: {
    vi: 'Lần hai trong ngày',
    en: 'Second of the day',
    zh: '当日第二次',
  },
  secondNote: {
    vi: 'Nơi này đã có một biên bản khác cùng ngày hoặc cùng lượt. Cả hai đều được giữ.',
    en: 'There are other minutes of the same day or visit. Both are kept.',
    zh: '同日或同次检查已有另一份记录，两份均保留。',
  },
  visit: {
    vi: 'Xem lượt kiểm tra theo kế hoạch',
    en: 'See the visit of the plan',
    zh: '查看计划中的检查',
  },
  first: { vi: 'Xem biên bản đầu', en: 'See the first', zh: '查看首份记录' },
  dayLater: {
    vi: 'Máy ghi ngày {said}, sau ngày hệ thống nhận: đồng hồ máy sai. Tính theo ngày nhận.',
    en: 'The device said {said}, which is after it arrived: its clock is wrong. The day of arrival counts.',
    zh: '设备记录日期为 {said}，晚于接收日：设备时钟有误，按接收日计。',
  },
  dayUnsure: {
    vi: 'Máy chưa đối chiếu giờ với hệ thống trước khi lập, ngày có thể lệch. Nhận lúc {at}.',
    en: 'The device had not compared its clock with ours; the day may be off. It arrived {at}.',
    zh: '设备填写前未与系统校时，日期可能有误。接收时间：{at}。',
  },
  receivedAt: { vi: 'Hệ thống nhận', en: 'Arrived', zh: '接收时间' },
  position: { vi: 'Vị trí máy', en: 'Where the device was', zh: '设备位置' },
  version: { vi: 'Mẫu', en: 'Form', zh: '表格' },
  versionText: { vi: '{title}, bản {n}', en: '{title}, version {n}', zh: '{title}，第 {n} 版' },
  unsigned: { vi: 'Không ký: {why}', en: 'Not signed: {why}', zh: '未签名：{why}' },
  signature: { vi: 'Chữ ký {name}', en: 'Signature of {name}', zh: '{name} 的签名' },
  noFindings: { vi: 'Không có điểm chưa đạt.', en: 'Nothing was found wrong.', zh: '无不符合项。' },
  action: { vi: 'Cách khắc phục', en: 'To be done', zh: '整改措施' },
  photo: { vi: 'Ảnh {n}', en: 'Photo {n}', zh: '照片 {n}' },
  noPhotos: { vi: 'Không có ảnh.', en: 'No photos.', zh: '无照片。' },
  taken: { vi: 'Chụp lúc', en: 'Taken', zh: '拍摄时间' },
  place: { vi: 'Nơi chụp', en: 'Where', zh: '拍摄地点' },
  unknown: { vi: 'chưa có dữ liệu', en: 'no data yet', zh: '暂无数据' },
  noAnswer: { vi: 'Không ghi', en: 'Not answered', zh: '未填写' },
  paperMade: { vi: 'Đã lập biên bản PDF.', en: 'The PDF is made.', zh: 'PDF 已生成。' },
  photoAltered: {
    vi: 'Ảnh không còn như lúc gửi: mã băm không khớp.',
    en: 'The photo is no longer what was sent: its hash differs.',
    zh: '照片与提交时不符：哈希不一致。',
  },
} as const satisfies Record<string, LocalText>
