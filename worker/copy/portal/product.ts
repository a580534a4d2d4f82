import type { Language, LocalText } from '../../lib/text/local-text.ts'

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
  nameHint: {
    vi: 'Như in trên bao bì. Ví dụ: Xoài cát Hòa Lộc sấy dẻo.',
    en: 'As printed on the pack. For example: Hòa Lộc mango, soft dried.',
    zh: '与包装上一致。例如：和禄芒果软干。',
  },
  gtinHint: {
    vi: 'Mã vạch GS1 trên bao bì. Chưa có thì để trống.',
    en: 'The GS1 bar code of the pack. Leave it empty where there is none.',
    zh: '包装上的 GS1 条码。没有可留空。',
  },
  netContent: { vi: 'Khối lượng tịnh', en: 'Net content', zh: '净含量' },
  netContentUnit: { vi: 'Đơn vị', en: 'Unit', zh: '单位' },
  netContentHalf: {
    vi: 'Khối lượng tịnh cần cả số và đơn vị.',
    en: 'Net content needs a figure and a unit.',
    zh: '净含量需要数值和单位。',
  },
  shelfLifeDays: { vi: 'Hạn dùng (số ngày)', en: 'Shelf life (days)', zh: '保质期（天）' },
  shelfLifeDaysHint: {
    vi: 'Tính từ ngày đóng gói; hạn dùng của mỗi lô được tính sẵn.',
    en: 'From the day of packing; the expiry of each batch is worked out from it.',
    zh: '自包装日起；每批的到期日据此计算。',
  },
  inputPerOutput: {
    vi: 'Số kg nguyên liệu cho 1 kg thành phẩm',
    en: 'Kilograms of raw material for 1 kg of product',
    zh: '每千克成品所需原料（千克）',
  },
  inputPerOutputHint: {
    vi: 'Ví dụ chè khô: 5. Chỉ sơ chế, đóng gói thì để trống.',
    en: 'Dried tea, for example: 5. Leave it empty where goods are only sorted and packed.',
    zh: '例如干茶：5。仅分拣、包装的可留空。',
  },
  mark: {
    vi: 'Chỉ dẫn địa lý, nhãn hiệu tập thể',
    en: 'Geographical indication or collective mark',
    zh: '地理标志或集体商标',
  },
  markHint: {
    vi: 'Tên được bảo hộ mà cơ sở được quyền dùng.',
    en: 'The protected name that the producer may use.',
    zh: '生产者有权使用的受保护名称。',
  },
  markNo: { vi: 'Số đăng ký bảo hộ', en: 'Registration number', zh: '登记编号' },
  description: { vi: 'Mô tả', en: 'Description', zh: '描述' },
  story: { vi: 'Câu chuyện sản phẩm', en: 'Story', zh: '产品故事' },
  packGroup: { vi: 'Bao bì và bảo quản', en: 'Pack and storage', zh: '包装与储存' },
  originGroup: {
    vi: 'Chế biến, chỉ dẫn địa lý',
    en: 'Processing, geographical indication',
    zh: '加工与地理标志',
  },
  storyGroup: {
    vi: 'Giới thiệu cho người mua',
    en: 'For shoppers',
    zh: '面向消费者的介绍',
  },
  lineEach: { vi: 'Mỗi ý một dòng.', en: 'One on each line.', zh: '每行一条。' },
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

/** A description is asked in each language. */
export const DESCRIPTION_IN = {
  vi: { vi: 'Mô tả (tiếng Việt)', en: 'Description (Vietnamese)', zh: '描述（越南语）' },
  en: { vi: 'Mô tả (tiếng Anh)', en: 'Description (English)', zh: '描述（英语）' },
  zh: { vi: 'Mô tả (tiếng Trung)', en: 'Description (Chinese)', zh: '描述（中文）' },
} as const satisfies Record<Language, LocalText>

/** So is a story. */
export const STORY_IN = {
  vi: { vi: 'Câu chuyện (tiếng Việt)', en: 'Story (Vietnamese)', zh: '产品故事（越南语）' },
  en: { vi: 'Câu chuyện (tiếng Anh)', en: 'Story (English)', zh: '产品故事（英语）' },
  zh: { vi: 'Câu chuyện (tiếng Trung)', en: 'Story (Chinese)', zh: '产品故事（中文）' },
} as const satisfies Record<Language, LocalText>
