import type { LocalText } from '../../lib/text/local-text.ts'
import type { ArchiveFault } from '../../lib/tiles/read-archive.ts'

/** What is wrong with an archive that the map should be drawn upon. */
export const MAP_REFUSALS = {
  noLayers: {
    vi: 'Tệp không có lớp đất, nước, đường hay ranh giới nào mà bản đồ biết vẽ.',
    en: 'The archive has no layer of land, water, roads or boundaries that the map can draw.',
    zh: '文件中没有地图可绘制的陆地、水系、道路或边界图层。',
  },
  elsewhere: {
    vi: 'Tệp không có phần nào của Việt Nam.',
    en: 'The archive covers no part of Vietnam.',
    zh: '文件未覆盖越南任何区域。',
  },
  noBackground: {
    vi: 'Bản đồ chưa có nền nào.',
    en: 'The map has no background.',
    zh: '地图尚无底图。',
  },
} as const satisfies Record<string, LocalText>

/** Why an archive cannot be read. */
export const ARCHIVE_FAULT_TEXTS: Readonly<Record<ArchiveFault, LocalText>> = {
  not_an_archive: {
    vi: 'Đây không phải tệp PMTiles.',
    en: 'This is no PMTiles archive.',
    zh: '这不是 PMTiles 文件。',
  },
  older_version: {
    vi: 'Tệp PMTiles không phải phiên bản 3; hãy chuyển bằng “pmtiles convert”.',
    en: 'The PMTiles archive is not of version 3; convert it with “pmtiles convert”.',
    zh: 'PMTiles 文件不是第 3 版；请用“pmtiles convert”转换。',
  },
  cut_off: {
    vi: 'Tệp bị cắt cụt; hãy tải lại cho đủ.',
    en: 'The archive is cut off; download all of it.',
    zh: '文件不完整；请重新完整下载。',
  },
  tile_type: {
    vi: 'Ô bản đồ phải là vector (MVT) hoặc ảnh PNG, JPEG, WebP.',
    en: 'Tiles must be vector (MVT) or PNG, JPEG or WebP pictures.',
    zh: '瓦片须为矢量（MVT）或 PNG、JPEG、WebP 图片。',
  },
  compression: {
    vi: 'Tệp nén theo cách trình duyệt không mở được; hãy dùng gzip.',
    en: 'The archive is packed in a way that browsers cannot unpack; use gzip.',
    zh: '文件压缩方式浏览器无法解压；请使用 gzip。',
  },
  zoom: {
    vi: 'Các mức phóng ghi trong tệp không hợp lệ.',
    en: 'The zoom levels the archive names are not valid.',
    zh: '文件所注缩放级别无效。',
  },
  metadata: {
    vi: 'Không đọc được phần mô tả trong tệp, hoặc phần ấy quá lớn.',
    en: 'What the archive says of itself cannot be read, or is too large.',
    zh: '文件的描述部分无法读取或过大。',
  },
}
