import type { LocalText } from '../lib/text/local-text.ts'

/** Labels of a demonstration to try, by what they show. */
export const EXAMPLE_COPY = {
  unit: { vi: 'Tem trên một gói hàng', en: 'The label of one pack', zh: '单件商品的标签' },
  batch: { vi: 'Tem của cả lô', en: 'The label of a whole batch', zh: '整批商品的标签' },
  forged: { vi: 'Tem giả', en: 'A forged label', zh: '伪造的标签' },
} as const satisfies Record<string, LocalText>
