import type { RetailKind, RetailVerdict } from '../../domain/retail/kinds.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

export const RETAIL_KIND_NAMES = {
  shop: { vi: 'Cửa hàng', en: 'Shop', zh: '商店' },
  supermarket: { vi: 'Siêu thị', en: 'Supermarket', zh: '超市' },
  market: { vi: 'Chợ', en: 'Market', zh: '市场' },
  fair: { vi: 'Hội chợ', en: 'Fair', zh: '展销会' },
  online: { vi: 'Bán trên mạng', en: 'Online', zh: '网店' },
} as const satisfies Record<RetailKind, LocalText>

export const RETAIL_VERDICT_NAMES = {
  genuine: { vi: 'Tem thật', en: 'Genuine', zh: '真' },
  forged: { vi: 'Tem giả', en: 'Forged', zh: '假' },
  unknown: { vi: 'Không xác minh được', en: 'Could not be verified', zh: '无法核实' },
  not_scanned: { vi: 'Chưa quét', en: 'Not scanned', zh: '未扫描' },
} as const satisfies Record<RetailVerdict, LocalText>

export const YES_NO_NAMES = {
  yes: { vi: 'Có', en: 'Yes', zh: '是' },
  no: { vi: 'Không', en: 'No', zh: '否' },
} as const satisfies Record<string, LocalText>

/** Visits to shops and fairs. `{n}` is the place of a product in the form. */
export const RETAIL_COPY = {
  ...labels('commune', 'note', 'by', 'authority'),
  noun: { vi: 'lượt kiểm tra này', en: 'visit', zh: '该检查' },
  title: { vi: 'Kiểm tra nơi bán', en: 'Shop visits', zh: '零售检查' },
  lead: {
    vi: 'Mỗi lượt ghi các sản phẩm đã xem: có QR không, tem thật hay giả, thông tin có đủ không.',
    en: 'Each visit says of the products seen whether they bear a QR, whether it is genuine and whether its data are complete.',
    zh: '每次检查记录所查产品：有无二维码、真伪、信息是否完整。',
  },
  empty: { vi: 'Chưa có lượt kiểm tra nào.', en: 'No visits yet.', zh: '暂无检查。' },
  add: { vi: 'Ghi lượt kiểm tra', en: 'Record a visit', zh: '登记检查' },
  newTitle: { vi: 'Ghi lượt kiểm tra nơi bán', en: 'Record a shop visit', zh: '登记零售检查' },
  newNote: {
    vi: 'Chỉ cần tên sản phẩm và ba câu trả lời. Nhiều hơn 12 sản phẩm thì ghi thêm một lượt cho cùng nơi bán.',
    en: 'The product’s name and three answers are enough. For more than 12 products record another visit to the same shop.',
    zh: '只需产品名称和三项回答。超过 12 种产品请为同一店另行登记一次。',
  },
  kind: { vi: 'Loại nơi bán', en: 'Kind', zh: '类型' },
  shop: { vi: 'Tên nơi bán', en: 'Shop', zh: '店名' },
  address: { vi: 'Địa chỉ, quầy', en: 'Address or stall', zh: '地址、摊位' },
  visitedOn: { vi: 'Ngày', en: 'Day', zh: '日期' },
  product: { vi: 'Sản phẩm {n}', en: 'Product {n}', zh: '产品 {n}' },
  producer: { vi: 'Cơ sở ghi trên nhãn', en: 'Producer on the label', zh: '标签上的生产者' },
  qr: { vi: 'Có QR', en: 'Has a QR', zh: '有二维码' },
  verdict: { vi: 'Quét thấy', en: 'Scan says', zh: '扫描结果' },
  complete: { vi: 'Thông tin đủ', en: 'Data complete', zh: '信息完整' },
  more: { vi: 'Thêm sản phẩm', en: 'More products', zh: '更多产品' },
  save: { vi: 'Lưu lượt kiểm tra', en: 'Save the visit', zh: '保存检查' },
  needed: {
    vi: 'Hãy trả lời có QR hay không.',
    en: 'Say whether it bears a QR.',
    zh: '请说明有无二维码。',
  },
  notScannable: {
    vi: 'Không có QR thì không quét được. Hãy xem lại ô “Có QR”.',
    en: 'Without a QR nothing can be scanned. Look at “Has a QR” again.',
    zh: '没有二维码就无法扫描。请核对“有二维码”一栏。',
  },
  dayToCome: {
    vi: 'Ngày này chưa đến.',
    en: 'This day is still to come.',
    zh: '该日期尚未到来。',
  },
  created: { vi: 'Đã lưu lượt kiểm tra.', en: 'The visit is saved.', zh: '检查已保存。' },
  products: { vi: 'Sản phẩm đã xem', en: 'Products seen', zh: '所查产品' },
  seen: { vi: 'Số sản phẩm', en: 'Products', zh: '产品数' },
  withQr: { vi: 'Có QR', en: 'With a QR', zh: '有二维码' },
  genuine: { vi: 'Tem thật', en: 'Genuine', zh: '真' },
  forged: { vi: 'Tem giả', en: 'Forged', zh: '假' },
  completeSum: { vi: 'Thông tin đủ', en: 'Complete', zh: '信息完整' },
  visits: { vi: 'Số lượt', en: 'Visits', zh: '次数' },
  byVisit: { vi: 'Từng lượt', en: 'Each visit', zh: '逐次' },
  byShop: { vi: 'Cộng theo nơi bán', en: 'Sums by shop', zh: '按店汇总' },
  byCommune: { vi: 'Cộng theo xã', en: 'Sums by commune', zh: '按乡镇汇总' },
  noCommune: { vi: 'chưa ghi xã', en: 'no commune', zh: '未填乡镇' },
  exportXlsx: { vi: 'Tải bảng Excel', en: 'Take it as Excel', zh: '下载 Excel' },
  sheet: { vi: 'Kiểm tra nơi bán', en: 'Shop visits', zh: '零售检查' },
  finding: {
    vi: 'Ghi điểm chưa đạt ở nơi bán này',
    en: 'Record a finding here',
    zh: '登记该店不符合项',
  },
} as const satisfies Record<string, LocalText>
