import type { WrittenColumn } from '../../lib/sheet/write/sheet-cells.ts'

/** The sheet they stand on. */
export const CODE_LIST_SHEET = 'Danh sách mã số'

/** Columns of a list of codes as it is written: headings that the reader of such lists knows. */
export const CODE_LIST_COLUMNS: readonly WrittenColumn[] = [
  { heading: 'Mã số', width: 26 },
  { heading: 'Loại mã', width: 16 },
  { heading: 'Tên vùng trồng/cơ sở đóng gói', width: 32 },
  { heading: 'Chủ sở hữu mã số', width: 32 },
  { heading: 'Loại hình tổ chức', width: 16 },
  { heading: 'Ấp', width: 16 },
  { heading: 'Xã', width: 22 },
  { heading: 'Huyện (cũ)', width: 18 },
  { heading: 'Tỉnh', width: 16 },
  { heading: 'Cây trồng', width: 22 },
  { heading: 'Diện tích (ha)', width: 14 },
  { heading: 'Công suất (tấn/ngày)', width: 18 },
  { heading: 'Số hộ', width: 8 },
  { heading: 'Thị trường', width: 16 },
  { heading: 'Trạng thái', width: 26 },
  { heading: 'Lý do', width: 24 },
  { heading: 'Ngày hiệu lực', width: 14 },
  { heading: 'Số văn bản', width: 18 },
  { heading: 'Mã cũ', width: 22 },
  { heading: 'Ngày hết hạn', width: 14 },
  { heading: 'Mã hồ sơ', width: 16 },
  { heading: 'Mã hệ thống của vùng trồng', width: 24 },
  { heading: 'Mã hệ thống theo thị trường', width: 24 },
]
