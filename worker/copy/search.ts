import type { LocalText } from '../lib/text/local-text.ts'

/** Searching without a code. */
export const SEARCH_COPY = {
  title: { vi: 'Tìm sản phẩm, cơ sở', en: 'Find products and producers', zh: '查找产品和生产者' },
  label: {
    vi: 'Tên sản phẩm, cơ sở, mã số hoặc số lô',
    en: 'Product, producer, code or lot number',
    zh: '产品、生产者、编号或批号',
  },
  hint: {
    vi: 'Không cần gõ dấu. Mã lô 8 ký tự trên tem mở thẳng lô hàng.',
    en: 'Vietnamese marks may be left out. The 8-character batch code on a label opens its batch.',
    zh: '可不输入越南语声调。输入标签上的 8 位批次编码可直接打开该批次。',
  },
  button: { vi: 'Tìm', en: 'Search', zh: '搜索' },
  products: { vi: 'Sản phẩm', en: 'Products', zh: '产品' },
  producers: { vi: 'Cơ sở sản xuất', en: 'Producers', zh: '生产者' },
  lots: { vi: 'Lô hàng', en: 'Batches', zh: '批次' },
  codes: { vi: 'Mã số', en: 'Codes', zh: '注册编号' },
  allCodes: {
    vi: 'Tìm tiếp trong sổ mã số',
    en: 'Go on in the register',
    zh: '在登记册中继续查找',
  },
  nothing: {
    vi: 'Không tìm thấy gì với “{typed}”. Thử ít từ hơn, hoặc quét mã trên tem.',
    en: 'Nothing was found for “{typed}”. Try fewer words, or scan the label.',
    zh: '未找到“{typed}”。请减少关键词，或扫描标签。',
  },
} as const satisfies Record<string, LocalText>
