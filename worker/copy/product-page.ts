import type { LocalText } from '../lib/text/local-text.ts'

/** Headings, labels and notes of the public page of a product, and of that of a producer. */
export const PRODUCT_PAGE_COPY = {
  proves: {
    vi: 'Trang này giới thiệu sản phẩm, không chứng minh một tem hay một gói hàng nào là thật. Muốn biết, hãy quét mã QR trên tem.',
    en: 'This page describes a product; it proves nothing about a label or a pack. To know about one, scan the QR code on its label.',
    zh: '本页面仅介绍产品，不能证明任何标签或包装是真品。如需核实，请扫描标签上的二维码。',
  },
  archived: {
    vi: 'Cơ sở không làm lô mới của sản phẩm này từ ngày {date}. Hàng đã bán vẫn tra được bằng tem.',
    en: 'No new batches of this product have been made since {date}. Goods sold before can still be looked up by their labels.',
    zh: '自{date}起不再生产该产品的新批次。已售商品仍可通过标签查询。',
  },
  suspended: {
    vi: 'Cơ sở này bị tạm dừng từ ngày {date}.',
    en: 'This producer has been suspended since {date}.',
    zh: '该生产者自{date}起被暂停。',
  },
  netContent: { vi: 'Khối lượng tịnh', en: 'Net content', zh: '净含量' },
  mark: {
    vi: 'Chỉ dẫn địa lý, nhãn hiệu',
    en: 'Geographical indication or mark',
    zh: '地理标志或商标',
  },
  markNo: {
    vi: '{name} (số đăng ký {number})',
    en: '{name} (registration {number})',
    zh: '{name}（登记编号 {number}）',
  },
  story: { vi: 'Câu chuyện sản phẩm', en: 'The story', zh: '产品故事' },
  producer: { vi: 'Cơ sở sản xuất', en: 'Producer', zh: '生产者' },
  toProducer: { vi: 'Xem cơ sở sản xuất', en: 'About the producer', zh: '查看生产者' },
  certificatesToday: {
    vi: 'Chứng nhận còn hiệu lực hôm nay, {date}',
    en: 'Certificates valid today, {date}',
    zh: '今日有效的证书（{date}）',
  },
  ocop: {
    vi: 'Số {number}, hiệu lực đến {date}.',
    en: 'No. {number}, valid until {date}.',
    zh: '编号 {number}，有效期至{date}。',
  },
  batches: { vi: 'Lô hàng đã có tem', en: 'Batches with labels', zh: '已贴标签的批次' },
  noBatches: { vi: 'Chưa có lô nào.', en: 'None yet.', zh: '暂无。' },
  batchCount: {
    vi: '{count} lô. Lô mới nhất đóng gói ngày {date}.',
    en: '{count} in all. The newest was packed on {date}.',
    zh: '共{count}批，最近一批包装于{date}。',
  },
  batchMany: {
    vi: 'Hơn {count} lô. Lô mới nhất đóng gói ngày {date}.',
    en: 'More than {count}. The newest was packed on {date}.',
    zh: '超过{count}批，最近一批包装于{date}。',
  },
  declared: {
    vi: 'Thông tin trên trang này do cơ sở khai.',
    en: 'What this page says is declared by the producer.',
    zh: '本页面信息由生产者申报。',
  },
  notices: {
    vi: 'Thông báo tạm dừng, thu hồi',
    en: 'Suspensions and recalls',
    zh: '暂停与召回公告',
  },
  photos: { vi: 'Ảnh sản phẩm', en: 'Photos', zh: '产品图片' },
  products: { vi: 'Sản phẩm', en: 'Products', zh: '产品' },
  noProducts: { vi: 'Chưa có sản phẩm nào.', en: 'No products yet.', zh: '暂无产品。' },
  codes: {
    vi: 'Mã số vùng trồng, cơ sở đóng gói',
    en: 'Growing-area and packing-house codes',
    zh: '种植区与包装厂注册编号',
  },
  noCodes: { vi: 'Chưa có mã số nào.', en: 'No codes yet.', zh: '暂无注册编号。' },
  more: {
    vi: 'Chỉ hiện 100 mục đầu tiên.',
    en: 'Only the first 100 are shown.',
    zh: '仅显示前 100 项。',
  },
  stale: {
    vi: 'Đang hiển thị dữ liệu lúc {time}. Thông tin có thể đã thay đổi; hãy mở lại sau ít phút.',
    en: 'Showing data from {time}. It may have changed since; open the page again in a few minutes.',
    zh: '当前显示的数据时间：{time}。信息可能已变化，请几分钟后重新打开。',
  },
  publicPage: { vi: 'Trang công khai', en: 'Public page', zh: '公开页面' },
} as const satisfies Record<string, LocalText>
