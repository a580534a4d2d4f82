import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a product is not added. */
export const PRODUCT_REFUSALS = {
  ocopStars: {
    vi: 'Chứng nhận OCOP có 3, 4 hoặc 5 sao.',
    en: 'An OCOP certificate has 3, 4 or 5 stars.',
    zh: 'OCOP 证书为 3、4 或 5 星。',
  },
  ocopDays: {
    vi: 'Ngày hết hạn phải sau ngày cấp.',
    en: 'It must run out after it was given.',
    zh: '到期日期须晚于颁发日期。',
  },
} as const satisfies Record<string, LocalText>
