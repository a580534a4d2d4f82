/** Columns of a list of market rules: the field it fills, its heading, what else lists call it. */
export const RULE_LIST_COLUMNS = [
  ['kind', 'Loại quy định', 'Loại | Nhóm quy định | Kind | Rule kind'],
  ['crop', 'Cây trồng', 'Cây | Nông sản | Loại cây | Crop'],
  ['market', 'Thị trường', 'Nước nhập khẩu | Thị trường xuất khẩu | Market'],
  [
    'name',
    'Nội dung',
    'Tên | Tên chất | Hoạt chất | Sinh vật gây hại | Subject | Name | Substance',
  ],
  ['amount', 'Mức', 'Mức tối đa | Giới hạn | MRL | Ngưỡng | Limit | Amount'],
  ['limitUnit', 'Đơn vị', 'Đơn vị tính | ĐVT | Unit'],
  ['pestStatus', 'Mức quản lý', 'Nhóm dịch hại | Pest status'],
  ['method', 'Cách xử lý', 'Phương pháp xử lý | Treatment | Method'],
  ['temperatureC', 'Nhiệt độ (°C)', 'Nhiệt độ | Temperature'],
  ['minutesLeast', 'Ít nhất (phút)', 'Ít nhất | Thời gian ít nhất | Minutes at least'],
  ['minutesMost', 'Nhiều nhất (phút)', 'Nhiều nhất | Thời gian nhiều nhất | Minutes at most'],
  ['doseGy', 'Liều chiếu xạ (Gy)', 'Liều chiếu xạ | Dose Gy'],
  ['wording', 'Nguyên văn', 'Ghi đúng nguyên văn | Wording'],
  ['checkBefore', 'Thời điểm', 'Thời điểm kiểm tra | Before'],
  ['checkProof', 'Giấy tờ chứng minh', 'Chứng minh | Proof'],
  ['checkDays', 'Không quá (ngày)', 'Số ngày trước đóng gói | Trong vòng (ngày) | Check days'],
  ['samplePercent', 'Tỷ lệ lấy mẫu (%)', 'Tỷ lệ lấy mẫu | Sample percent'],
  ['nameEn', 'Tên tiếng Anh', 'English name'],
  ['nameZh', 'Tên tiếng Trung', 'Chinese name'],
  ['validFrom', 'Có hiệu lực từ', 'Hiệu lực từ | Từ ngày | Ngày hiệu lực | Valid from'],
  ['validTo', 'Đến hết ngày', 'Hết hiệu lực | Đến ngày | Valid to'],
  ['source', 'Căn cứ', 'Văn bản | Nguồn | Source | Legal basis'],
  ['isDoubtful', 'Đối chiếu văn bản gốc', 'Đã đối chiếu văn bản gốc | Kiểm chứng | Verified'],
  ['isLifted', 'Trạng thái', 'Còn áp dụng | Status'],
  ['note', 'Ghi chú', 'Chú thích | Note'],
] as const

export const RULE_LIST_TITLE = 'danh sách quy định thị trường'
export const RULE_LIST_SHEET = 'Quy định thị trường'
export const RULE_LIST_FILE = 'quy-dinh-thi-truong'
