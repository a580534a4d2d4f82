import type { LocalText } from '../lib/text/local-text.ts'

/** How answers to an inspection form are read. */
export const INSPECTION_ANSWERS = {
  photos: { vi: '{n} ảnh', en: '{n} photos', zh: '{n} 张照片' },
  point: {
    vi: '{lat}, {lng} (sai số {m} m)',
    en: '{lat}, {lng} (± {m} m)',
    zh: '{lat}, {lng}（误差 {m} 米）',
  },
} as const satisfies Record<string, LocalText>
