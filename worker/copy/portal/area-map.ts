import type { LocalText } from '../../lib/text/local-text.ts'

/** The map of coded places, for those who answer for them. */
export const AREA_MAP_COPY = {
  title: { vi: 'Bản đồ mã số', en: 'Map of codes', zh: '编号地图' },
  lead: {
    vi: 'Vùng trồng và cơ sở đóng gói đang có mã số, theo ranh giới đã nộp. Chỗ hai vùng chồng nhau có màu đậm hơn.',
    en: 'Growing areas and packing houses with a code, by the boundaries handed in. Where two areas overlap, the colour is darker.',
    zh: '持有编号的种植区和包装厂，按已提交的边界显示。两区重叠处颜色更深。',
  },
  withoutScript: {
    vi: 'Bản đồ cần trình duyệt chạy được mã lệnh. Bảng bên dưới có cùng số liệu.',
    en: 'The map needs a browser that runs scripts. The table below has the same figures.',
    zh: '地图需要浏览器运行脚本。下表数据相同。',
  },
  failed: {
    vi: 'Chưa tải được bản đồ. Hãy tải lại trang; bảng bên dưới vẫn xem được.',
    en: 'The map could not be loaded. Reload the page; the table below still stands.',
    zh: '地图未能加载。请刷新页面；下表仍可查看。',
  },
  region: { vi: 'Bản đồ vùng có mã số', en: 'Map of coded areas', zh: '编号区域地图' },
  loading: { vi: 'Đang tải… {count} nơi', en: 'Loading… {count} places', zh: '加载中… {count} 处' },
  shown: {
    vi: '{shown} trên {count} nơi; {missing} nơi chưa có vị trí',
    en: '{shown} of {count} places; {missing} without a position',
    zh: '显示 {shown} / {count} 处；{missing} 处没有位置',
  },
  crop: { vi: 'Cây trồng', en: 'Crop', zh: '作物' },
  market: { vi: 'Thị trường', en: 'Market', zh: '市场' },
  status: { vi: 'Trạng thái', en: 'Status', zh: '状态' },
  any: { vi: 'Tất cả', en: 'All', zh: '全部' },
  open: { vi: 'Mở trang', en: 'Open', zh: '打开' },
  tableTitle: { vi: 'Theo địa bàn', en: 'By place', zh: '按地区' },
  tableLead: {
    vi: 'Mỗi dòng là một xã, phường; toàn quốc thì là một tỉnh. “Thiếu ranh giới” là nơi có mã số mà chưa nộp ranh giới.',
    en: 'A row is a commune, or a province for the whole country. “No boundary” counts coded places whose boundary was not handed in.',
    zh: '每行为一个乡（坊），全国范围则为一个省。“缺边界”指有编号但未提交边界的地点。',
  },
  place: { vi: 'Địa bàn', en: 'Place', zh: '地区' },
  sites: { vi: 'Nơi có mã', en: 'Coded places', zh: '编号地点' },
  area: { vi: 'Diện tích', en: 'Area', zh: '面积' },
  active: { vi: 'Đang hoạt động', en: 'Active', zh: '有效' },
  stopped: { vi: 'Tạm dừng, thu hồi', en: 'Suspended or revoked', zh: '暂停、撤销' },
  unmapped: { vi: 'Thiếu ranh giới', en: 'No boundary', zh: '缺边界' },
  unknownPlace: { vi: 'Chưa rõ địa bàn', en: 'Place not known', zh: '地区不明' },
  empty: {
    vi: 'Chưa có nơi nào có mã số.',
    en: 'No place has a code yet.',
    zh: '尚无持有编号的地点。',
  },
  download: {
    vi: 'Tải GeoJSON cho phần mềm bản đồ',
    en: 'GeoJSON for mapping software',
    zh: '下载 GeoJSON（用于 GIS）',
  },
  cropHint: { vi: 'Ví dụ: xoài', en: 'For example: xoài', zh: '例如：xoài（芒果）' },
} as const satisfies Record<string, LocalText>
