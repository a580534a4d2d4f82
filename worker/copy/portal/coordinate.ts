import type { LocalText } from '../../lib/text/local-text.ts'

/** Coordinate systems, and what is told of how positions were read. */
export const COORDINATE_COPY = {
  system: { vi: 'Hệ tọa độ', en: 'Coordinate system', zh: '坐标系' },
  systemHint: {
    vi: 'Chỉ cần chọn khi tọa độ ghi bằng mét hoặc theo VN-2000. Kinh tuyến trục ghi trên bản đồ, giấy chứng nhận.',
    en: 'Needed only for metres or VN-2000. Maps and certificates name the central meridian.',
    zh: '仅当坐标以米为单位或采用 VN-2000 时需要选择。中央子午线见地图或证书。',
  },
  vn2000: { vi: 'VN-2000, độ', en: 'VN-2000, degrees', zh: 'VN-2000（度）' },
  vn2000Zone: {
    vi: 'VN-2000, kinh tuyến trục {meridian}, múi {width}°',
    en: 'VN-2000, central meridian {meridian}, {width}° zone',
    zh: 'VN-2000，中央子午线 {meridian}，{width}° 带',
  },
  utmZone: {
    vi: 'WGS84 / UTM, kinh tuyến trục {meridian}',
    en: 'WGS84 / UTM, central meridian {meridian}',
    zh: 'WGS84 / UTM，中央子午线 {meridian}',
  },
  readAs: {
    vi: 'Tọa độ đã được đọc theo {system} và chuyển sang WGS84. Hãy đối chiếu vị trí trên bản đồ.',
    en: 'The coordinates were read as {system} and turned into WGS84. Compare the place with the map.',
    zh: '坐标按 {system} 读取并转换为 WGS84。请在地图上核对位置。',
  },
  wgs84: {
    vi: 'Tọa độ được đọc theo WGS84.',
    en: 'The coordinates were read as WGS84.',
    zh: '坐标按 WGS84 读取。',
  },
  empty: {
    vi: 'Tệp có {count} hình trống; đã bỏ qua.',
    en: 'The file holds {count} empty shapes; they were passed over.',
    zh: '文件中有 {count} 个空图形，已忽略。',
  },
  others: {
    vi: 'Tệp có {count} điểm hoặc đường không phải ranh giới; đã bỏ qua.',
    en: 'The file holds {count} points or lines that are no boundary; they were passed over.',
    zh: '文件中有 {count} 个点或线不是边界，已忽略。',
  },
} as const satisfies Record<string, LocalText>
