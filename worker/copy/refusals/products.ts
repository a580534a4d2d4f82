import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a product is not added. */
export const PRODUCT_REFUSALS = {
  taken: {
    vi: 'Đã có sản phẩm trùng tên trong tổ chức này, hoặc trùng GTIN với sản phẩm khác.',
    en: 'The organisation has a product of this name, or the GTIN belongs to another product.',
    zh: '该组织已有同名产品，或该 GTIN 已属于其他产品。',
  },
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
  gtin: {
    vi: 'GTIN phải có số kiểm tra đúng và không thuộc dải dùng nội bộ (02, 04, 20–29).',
    en: 'A GTIN needs a right check digit and lies outside the ranges for internal use (02, 04, 20–29).',
    zh: 'GTIN 的校验位须正确，且不属于内部使用号段（02、04、20–29）。',
  },
  image: {
    vi: 'Ảnh phải là đường dẫn https hoặc trong hệ thống.',
    en: 'A picture is an https address or lies in this system.',
    zh: '图片须为 https 地址或本系统内的路径。',
  },
  category: {
    vi: 'Nhóm sản phẩm là một trong: {list}.',
    en: 'The category is one of: {list}.',
    zh: '产品类别为以下之一：{list}。',
  },
} as const satisfies Record<string, LocalText>
