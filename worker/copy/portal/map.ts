import type { LocalText } from '../../lib/text/local-text.ts'

/** A drawn boundary in words. */
export const MAP_COPY = {
  title: {
    vi: 'Hình ranh giới, hướng bắc ở trên',
    en: 'The boundary, north up',
    zh: '边界图，上北下南',
  },
  description: {
    vi: 'Ranh giới gồm {parts} mảnh, diện tích {ha} ha, rộng {width} theo hướng đông tây và {height} theo hướng bắc nam, tâm ở vĩ độ {lat}, kinh độ {lng}.',
    en: 'The boundary has {parts} part(s), {ha} ha, {width} from west to east and {height} from north to south, its middle at latitude {lat}, longitude {lng}.',
    zh: '边界共 {parts} 块，面积 {ha} 公顷，东西宽 {width}，南北长 {height}，中心位于纬度 {lat}、经度 {lng}。',
  },
  north: { vi: 'B', en: 'N', zh: '北' },
} as const satisfies Record<string, LocalText>
