import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** How labels of a batch were scanned. */
export const SCAN_DESK_COPY = {
  ...labels('scans', 'byDay', 'unknown', 'day'),
  title: { vi: 'Lượt quét lô {lot}', en: 'Scans of lot {lot}', zh: '批号 {lot} 的扫描' },
  link: { vi: 'Lượt quét', en: 'Scans', zh: '扫描情况' },
  labels: { vi: 'Số tem được quét', en: 'Labels scanned', zh: '被扫描标签数' },
  first: { vi: 'Lần đầu', en: 'First', zh: '首次' },
  last: { vi: 'Gần nhất', en: 'Last', zh: '最近' },
  byDayText: {
    vi: '90 ngày gần nhất; lượt quét lẻ cũ hơn đã xóa.',
    en: 'The last 90 days; older single scans are gone.',
    zh: '最近 90 天；更早的单次扫描已删除。',
  },
  byRegion: { vi: 'Theo nơi quét', en: 'By place', zh: '按地区' },
  region: { vi: 'Tỉnh, thành', en: 'Province', zh: '省市' },
  repeats: {
    vi: 'Tem quét nhiều lần',
    en: 'Labels scanned again and again',
    zh: '多次被扫描的标签',
  },
  repeatsText: {
    vi: 'Một gia đình quét vài lần là thường. Một tem quét rất nhiều lần ở nhiều nơi có thể đã bị chép.',
    en: 'A family scans a few times. A label scanned very often in many places may have been copied.',
    zh: '一个家庭扫描几次属正常。同一标签在多地被频繁扫描则可能被复制。',
  },
  serial: { vi: 'Tem số', en: 'Label number', zh: '标签编号' },
  empty: { vi: 'Chưa có lượt quét nào.', en: 'No scans yet.', zh: '暂无扫描。' },
} as const satisfies Record<string, LocalText>
