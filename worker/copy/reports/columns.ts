/** The columns that reports of lists name. Vietnamese, like the lists they stand beside; a report is kept as it was told. */
export const REPORT_COLUMNS = {
  growingArea: 'Mã số vùng trồng',
  day: 'Ngày',
  batch: 'Lô hàng',
  producer: 'Nhà sản xuất',
  wholeRow: 'cả dòng',
  lot: 'Mã lô',
  packingHouse: 'Mã số cơ sở đóng gói',
  refusedBecause: 'Bị từ chối vì',
  newUnit: 'Mã mới',
  oldUnit: 'Mã cũ',
  place: 'Xã, tỉnh',
  province: 'Tỉnh',
  commune: 'Xã',
  status: 'Trạng thái',
  holder: 'Chủ sở hữu mã số',
  code: 'Mã số',
} as const satisfies Record<string, string>
