import type { LocalText } from '../../lib/text/local-text.ts'

/** How a list is ordered and taken along. */
export const LIST_TOOLS_COPY = {
  sort: { vi: 'Sắp xếp', en: 'Order', zh: '排序' },
  exportXlsx: {
    vi: 'Tải danh sách đang xem (Excel)',
    en: 'Download this list (Excel)',
    zh: '下载当前列表（Excel）',
  },
  exportCsv: { vi: 'CSV', en: 'CSV', zh: 'CSV' },
} as const satisfies Record<string, LocalText>

/** Orders of lists by the names they have in addresses. */
export const LIST_ORDER_NAMES = {
  entry: { vi: 'Theo thứ tự vào sổ', en: 'As entered', zh: '按录入顺序' },
  code: { vi: 'Theo mã số', en: 'By code', zh: '按注册编号' },
  name: { vi: 'Theo tên', en: 'By name', zh: '按名称' },
  nameBack: { vi: 'Theo tên, ngược lại', en: 'By name, backwards', zh: '按名称倒序' },
  area: { vi: 'Diện tích lớn trước', en: 'Largest area first', zh: '面积从大到小' },
  newest: { vi: 'Mới thêm trước', en: 'Newest first', zh: '最新添加在前' },
} as const satisfies Record<string, LocalText>

/** Headings of lists that are taken along; Vietnamese, like the lists they go beside. */
export const LIST_FILE_COLUMNS = {
  site: 'Tên',
  kind: 'Loại',
  holder: 'Chủ sở hữu mã số',
  commune: 'Xã',
  province: 'Tỉnh',
  crops: 'Cây trồng',
  area: 'Diện tích (ha)',
  codes: 'Mã số',
  organisation: 'Tên đơn vị',
  suspendedOn: 'Tạm dừng từ',
} as const satisfies Record<string, string>

/** What those lists are called, as sheets. */
export const LIST_FILE_SHEETS = {
  sites: 'Danh sách nơi sản xuất',
  organisations: 'Danh sách đơn vị',
} as const satisfies Record<string, string>
