import type { LocalText } from '../../lib/text/local-text.ts'

/** A product of a producer, as forms and the log speak of it. */
export const PRODUCT_COPY = {
  noun: { vi: 'sản phẩm này', en: 'product', zh: '该产品' },
  organisation: { vi: 'Đơn vị (mã)', en: 'Organisation (id)', zh: '单位（编号）' },
  name: { vi: 'Tên sản phẩm', en: 'Product name', zh: '产品名称' },
  gtin: { vi: 'GTIN', en: 'GTIN', zh: 'GTIN' },
  gtinOdd: {
    vi: 'GTIN phải có số kiểm tra đúng và không thuộc dải dùng nội bộ (02, 04, 20–29).',
    en: 'A GTIN has a right check digit and is none of the ranges for use in a shop (02, 04, 20–29).',
    zh: 'GTIN 的校验位必须正确，且不属于内部使用范围（02、04、20–29）。',
  },
  brand: { vi: 'Nhãn hiệu', en: 'Brand', zh: '品牌' },
  category: { vi: 'Nhóm sản phẩm', en: 'Category', zh: '产品类别' },
  noCategory: {
    vi: 'Nhóm sản phẩm là một trong: {known}.',
    en: 'The category is one of: {known}.',
    zh: '产品类别须为以下之一：{known}。',
  },
  images: { vi: 'Ảnh', en: 'Pictures', zh: '图片' },
  imageOdd: {
    vi: 'Ảnh phải là đường dẫn https hoặc trong hệ thống.',
    en: 'A picture is an https address, or one on this site.',
    zh: '图片须为 https 链接或本系统内的链接。',
  },
  standards: { vi: 'Tiêu chuẩn', en: 'Standards', zh: '标准' },
  shelfLife: { vi: 'Thời hạn bảo quản', en: 'Shelf life', zh: '保质期' },
  storage: { vi: 'Cách bảo quản', en: 'Storage', zh: '储存方法' },
  warnings: { vi: 'Cảnh báo', en: 'Warnings', zh: '警示' },
  takenBy: {
    vi: 'Tổ chức này đã có sản phẩm trùng tên hoặc trùng GTIN: {name}.',
    en: 'The organisation has a product of this name or GTIN already: {name}.',
    zh: '该组织已有同名或同 GTIN 的产品：{name}。',
  },
  taken: {
    vi: 'Đã có sản phẩm trùng tên trong tổ chức này, hoặc trùng GTIN với sản phẩm khác.',
    en: 'The organisation has a product of this name, or the GTIN belongs to another product.',
    zh: '该组织已有同名产品，或该 GTIN 已属于其他产品。',
  },
} as const satisfies Record<string, LocalText>
