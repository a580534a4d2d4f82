import type { LocalText } from '../lib/text/local-text.ts'
import { labels } from './labels.ts'

/** The public page of where coded produce grows. */
export const MAP_PAGE_COPY = {
  ...labels('sites', 'area', 'active', 'stopped'),
  title: { vi: 'Nơi có mã số', en: 'Where coded places are', zh: '编号地点分布' },
  titleOf: { vi: 'Nơi có mã số: {place}', en: 'Coded places: {place}', zh: '编号地点：{place}' },
  lead: {
    vi: 'Vùng trồng và cơ sở đóng gói đang có mã số, cộng theo địa bàn. Ranh giới từng vùng không công khai.',
    en: 'Growing areas and packing houses with a code, added up by place. Boundaries of single areas are not public.',
    zh: '持有编号的种植区和包装厂，按地区汇总。各区边界不公开。',
  },
  drawing: {
    vi: 'Vòng tròn càng lớn, diện tích có mã càng nhiều; bảng bên dưới có số liệu.',
    en: 'The larger a circle, the larger the coded area; the table has the figures.',
    zh: '圆越大，编号面积越大；数据见下表。',
  },
  unknown: { vi: 'Chưa rõ địa bàn', en: 'Place not known', zh: '地区不明' },
  country: { vi: 'Cả nước', en: 'The whole country', zh: '全国' },
  register: { vi: 'Tra cứu mã số', en: 'Look up codes', zh: '查询编号' },
  empty: {
    vi: 'Chưa có mã số nào ở đây.',
    en: 'There are no codes here yet.',
    zh: '此处尚无编号。',
  },
  link: { vi: 'Xem theo địa bàn', en: 'By place', zh: '按地区查看' },
} as const satisfies Record<string, LocalText>
