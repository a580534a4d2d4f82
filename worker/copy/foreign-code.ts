import type { KnownSystem } from '../domain/label/foreign-code.ts'
import type { LocalText } from '../lib/text/local-text.ts'

/** Other systems of traceability by name. */
export const FOREIGN_SYSTEMS = {
  national: {
    vi: 'Cổng truy xuất nguồn gốc quốc gia (Bộ Khoa học và Công nghệ)',
    en: 'the national traceability portal (Ministry of Science and Technology)',
    zh: '国家溯源门户（科学技术部）',
  },
  mae: {
    vi: 'hệ thống của Bộ Nông nghiệp và Môi trường',
    en: 'the system of the Ministry of Agriculture and Environment',
    zh: '农业与环境部的系统',
  },
  verigoods: {
    vi: 'Verigoods (Bộ Công Thương)',
    en: 'Verigoods (Ministry of Industry and Trade)',
    zh: 'Verigoods（工贸部）',
  },
  icheck: { vi: 'iCheck', en: 'iCheck', zh: 'iCheck' },
  tefood: { vi: 'TE-FOOD', en: 'TE-FOOD', zh: 'TE-FOOD' },
} as const satisfies Record<KnownSystem, LocalText>

/** What is said of a code of somebody else. */
export const FOREIGN_COPY = {
  title: {
    vi: 'Đây là mã của hệ thống khác',
    en: 'This code is of another system',
    zh: '这是其他系统的编码',
  },
  gs1: {
    vi: 'Mã GS1 của sản phẩm số {gtin}, do {host} phục vụ. Mã này gọi tên sản phẩm, không phải tem của chúng tôi.',
    en: 'A GS1 link of product {gtin}, served by {host}. It names a product; it is no label of ours.',
    zh: '产品 {gtin} 的 GS1 链接，由 {host} 提供。它标识产品，并非本系统标签。',
  },
  barcode: {
    vi: 'Mã vạch sản phẩm {digits}. Mã vạch gọi tên sản phẩm, không cho biết lô hàng và không chứng minh hàng thật.',
    en: 'Product barcode {digits}. A barcode names a product; it tells no batch and proves nothing.',
    zh: '商品条码 {digits}。条码仅标识产品，不含批次信息，不能证明真伪。',
  },
  system: {
    vi: 'Trông như mã của {system}, địa chỉ {host}. Hãy kiểm tra ở đó.',
    en: 'It looks like a code of {system}, at {host}. Check it there.',
    zh: '疑似{system}的编码，地址 {host}。请在该系统核验。',
  },
  host: {
    vi: 'Địa chỉ này dẫn đến {host}, không phải trang của chúng tôi.',
    en: 'This address leads to {host}, which is not ours.',
    zh: '该网址指向 {host}，并非本网站。',
  },
  careful: {
    vi: 'Chúng tôi không mở địa chỉ này và không biết trang đó có thật hay không.',
    en: 'We do not open it, and do not know whether that site can be trusted.',
    zh: '我们不会打开该网址，也无法判断该网站是否可信。',
  },
} as const satisfies Record<string, LocalText>
