import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** The map of coded places, for those who answer for them. */
export const AREA_MAP_COPY = {
  ...labels('province', 'commune', 'crop', 'market', 'place', 'sites', 'area', 'active'),
  ...labels('stopped'),
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
  shown: {
    vi: 'Bản đồ hiện {shown} trên {count} nơi; {missing} nơi chưa có vị trí.',
    en: 'The map shows {shown} of {count} places; {missing} without a position.',
    zh: '地图显示 {shown} / {count} 处；{missing} 处没有位置。',
  },
  closer: {
    vi: 'Phóng to để thấy ranh giới; chạm vào một nơi để biết thêm.',
    en: 'Zoom in to see outlines; tap a place to learn more.',
    zh: '放大可查看边界；点按地点了解详情。',
  },
  more: {
    vi: 'Còn nhiều nơi nữa trong khung này; phóng to thêm để thấy hết.',
    en: 'There are more places in this view; zoom in further to see them all.',
    zh: '此视图内还有更多地点；请继续放大。',
  },
  partFailed: {
    vi: 'Chưa tải được ranh giới ở đây. Dời bản đồ một chút để thử lại.',
    en: 'The outlines here could not be loaded. Move the map a little to try again.',
    zh: '此处边界未能加载。请稍微移动地图重试。',
  },
  background: { vi: 'Nền bản đồ', en: 'Background', zh: '底图' },
  zoomIn: { vi: 'Phóng to', en: 'Zoom in', zh: '放大' },
  zoomOut: { vi: 'Thu nhỏ', en: 'Zoom out', zh: '缩小' },
  twoFingers: {
    vi: 'Dùng hai ngón tay để dời bản đồ',
    en: 'Use two fingers to move the map',
    zh: '用双指移动地图',
  },
  withKey: {
    vi: 'Giữ Ctrl và lăn chuột để phóng to, thu nhỏ',
    en: 'Hold Ctrl and scroll to zoom',
    zh: '按住 Ctrl 滚动以缩放',
  },
  outline: { vi: 'Ranh giới', en: 'Boundary', zh: '边界' },
  outlined: { vi: 'đã nộp', en: 'handed in', zh: '已提交' },
  missing: { vi: 'chưa nộp', en: 'not handed in', zh: '未提交' },
  overlapping: { vi: 'chồng lấn nơi khác', en: 'lies over another place', zh: '与他处重叠' },
  name: { vi: 'Nơi có mã số', en: 'Coded place', zh: '编号地点' },
  list: { vi: 'Danh sách từng nơi', en: 'The places one by one', zh: '逐处列表' },
  listMissing: {
    vi: 'Nơi chưa nộp ranh giới',
    en: 'Places without a boundary',
    zh: '未提交边界的地点',
  },
  listOverlapping: {
    vi: 'Nơi có ranh giới chồng lấn',
    en: 'Places that lie over one another',
    zh: '边界重叠的地点',
  },
  listTitle: { vi: 'Các nơi có mã số', en: 'Coded places', zh: '编号地点' },
  listLead: {
    vi: 'Cùng các nơi như trên bản đồ, xếp theo tên, với trạng thái mã số hôm nay.',
    en: 'The same places as on the map, by name, with what their codes are today.',
    zh: '与地图相同的地点，按名称排列，附今日编号状态。',
  },
  status: { vi: 'Trạng thái', en: 'Status', zh: '状态' },
  open: { vi: 'Mở trang', en: 'Open', zh: '打开' },
  tableTitle: { vi: 'Theo địa bàn', en: 'By place', zh: '按地区' },
  tableLead: {
    vi: 'Mỗi dòng là một xã, phường; toàn quốc thì là một tỉnh. Chạm tên để xem từng nơi. “Thiếu ranh giới” là nơi có mã số mà chưa nộp ranh giới.',
    en: 'A row is a commune, or a province for the whole country; its name leads on. “No boundary” counts coded places whose boundary was not handed in.',
    zh: '每行为一个乡（坊），全国范围则为一个省；点按名称查看。“缺边界”指有编号但未提交边界的地点。',
  },
  unmapped: { vi: 'Thiếu ranh giới', en: 'No boundary', zh: '缺边界' },
  unknownPlace: { vi: 'Chưa rõ địa bàn', en: 'Place not known', zh: '地区不明' },
  empty: {
    vi: 'Chưa có nơi nào có mã số.',
    en: 'No place has a code yet.',
    zh: '尚无持有编号的地点。',
  },
  none: {
    vi: 'Không có nơi nào như vậy.',
    en: 'There is no such place.',
    zh: '没有符合条件的地点。',
  },
  download: {
    vi: 'Tải GeoJSON cho phần mềm bản đồ',
    en: 'GeoJSON for mapping software',
    zh: '下载 GeoJSON（用于 GIS）',
  },
  cropHint: { vi: 'Ví dụ: xoài', en: 'For example: xoài', zh: '例如：xoài（芒果）' },
} as const satisfies Record<string, LocalText>
