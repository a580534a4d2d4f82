import type { LocalText } from '../lib/text/local-text.ts'

/** The public page of recalls. */
export const RECALLS_PAGE_COPY = {
  title: { vi: 'Hàng đang bị thu hồi', en: 'Goods being recalled', zh: '召回中的商品' },
  lead: {
    vi: 'Các lô đang bị thu hồi, mới nhất trước. So ảnh, tên và ngày đóng gói với hàng trong tay.',
    en: 'Batches being recalled now, newest first. Compare photo, name and packing date with what you hold.',
    zh: '正在召回的批次，最新在前。请将照片、名称和包装日期与手中商品核对。',
  },
  empty: {
    vi: 'Hiện không có lô hàng nào bị thu hồi.',
    en: 'Nothing is being recalled now.',
    zh: '目前没有正在召回的商品。',
  },
  since: { vi: 'Thu hồi từ {date}', en: 'Recalled since {date}', zh: '自{date}起实施召回' },
  document: { vi: 'Văn bản số {number}', en: 'Document no. {number}', zh: '文件编号 {number}' },
  see: { vi: 'Xem lô {ref}', en: 'Batch {ref}', zh: '查看批次 {ref}' },
  older: { vi: 'Cũ hơn', en: 'Older', zh: '较早' },
  newer: { vi: 'Mới nhất', en: 'Newest', zh: '最新' },
  paging: { vi: 'Chuyển trang', en: 'Pages of recalls', zh: '翻页' },
} as const satisfies Record<string, LocalText>
