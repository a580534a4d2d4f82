import type { LocalText } from '../../lib/text/local-text.ts'

/** The pages of products in the portal. */
export const PRODUCTS_COPY = {
  title: { vi: 'Sản phẩm', en: 'Products', zh: '产品' },
  lead: {
    vi: 'Mỗi sản phẩm ghi một lần; lô hàng và tem lấy từ đây.',
    en: 'Each product is described once; batches and labels draw on it.',
    zh: '每种产品只需登记一次，批次和标签均取自此处。',
  },
  empty: {
    vi: 'Chưa có sản phẩm. Thêm sản phẩm đầu tiên rồi tạo lô và in tem.',
    en: 'No products yet. Add the first one, then make a batch and print labels.',
    zh: '暂无产品。请先添加产品，再建批次并打印标签。',
  },
  emptyReader: {
    vi: 'Chưa có sản phẩm nào trong địa bàn.',
    en: 'No products in this area yet.',
    zh: '本辖区暂无产品。',
  },
  add: { vi: 'Thêm sản phẩm', en: 'Add a product', zh: '添加产品' },
  edit: { vi: 'Sửa sản phẩm', en: 'Edit the product', zh: '编辑产品' },
  duplicate: { vi: 'Tạo sản phẩm giống sản phẩm này', en: 'Add one like it', zh: '复制为新产品' },
  save: { vi: 'Lưu sản phẩm', en: 'Save the product', zh: '保存产品' },
  search: { vi: 'Tìm sản phẩm', en: 'Find a product', zh: '查找产品' },
  searchHint: {
    vi: 'Gõ không dấu cũng được.',
    en: 'Tone marks may be left out.',
    zh: '可不输入声调。',
  },
  archivedOnly: { vi: 'Sản phẩm đã cất', en: 'Products put away', zh: '已归档的产品' },
  inUseOnly: { vi: 'Sản phẩm đang dùng', en: 'Products in use', zh: '使用中的产品' },
  archive: { vi: 'Cất sản phẩm', en: 'Put it away', zh: '归档产品' },
  restore: { vi: 'Dùng lại sản phẩm', en: 'Use it again', zh: '恢复使用' },
  isArchived: {
    vi: 'Sản phẩm đã cất: không tạo lô mới, lô và tem cũ vẫn giữ nguyên.',
    en: 'Put away: no new batches are made of it; its batches and labels stay.',
    zh: '已归档：不再新建批次，原有批次和标签保持不变。',
  },
  archived: { vi: 'Đã cất sản phẩm.', en: 'The product is put away.', zh: '产品已归档。' },
  restored: {
    vi: 'Sản phẩm dùng lại được.',
    en: 'The product is in use again.',
    zh: '产品已恢复使用。',
  },
  created: {
    vi: 'Đã thêm sản phẩm. Việc tiếp theo: tạo lô hàng.',
    en: 'The product is added. Next: make a batch.',
    zh: '产品已添加。下一步：新建批次。',
  },
  saved: { vi: 'Đã lưu sản phẩm.', en: 'The product is saved.', zh: '产品已保存。' },
  same: { vi: 'Không có gì thay đổi.', en: 'Nothing has changed.', zh: '没有变化。' },
  newBatch: { vi: 'Tạo lô hàng', en: 'Make a batch', zh: '新建批次' },
  batches: { vi: 'Lô hàng', en: 'Batches', zh: '批次' },
  noBatches: { vi: 'Chưa có lô nào.', en: 'No batches yet.', zh: '暂无批次。' },
  allBatches: { vi: 'Xem tất cả lô', en: 'All batches', zh: '查看全部批次' },
  pictures: { vi: 'Ảnh sản phẩm', en: 'Pictures', zh: '产品图片' },
  name: { vi: 'Sản phẩm', en: 'Product', zh: '产品' },
  owner: { vi: 'Cơ sở', en: 'Producer', zh: '生产者' },
  netContent: { vi: 'Khối lượng tịnh', en: 'Net content', zh: '净含量' },
} as const satisfies Record<string, LocalText>
