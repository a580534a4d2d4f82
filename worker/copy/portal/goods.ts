import type { LocalText } from '../../lib/text/local-text.ts'

/** What a batch is made of beside other batches: harvests, goods bought in, and the balance of it all. */
export const GOODS_COPY = {
  harvestsGroup: {
    vi: 'Làm từ lần thu hoạch nào',
    en: 'Made of which harvests',
    zh: '由哪些采收制成',
  },
  harvestOf: {
    vi: 'Số kg lấy từ thu hoạch ngày {on}, {site}, còn {left} kg',
    en: 'Kilograms from the harvest of {on} at {site}, {left} kg left',
    zh: '取自 {on} {site} 采收的千克数，剩余 {left} 千克',
  },
  purchasesGroup: { vi: 'Hàng mua vào', en: 'Goods bought in', zh: '购入货物' },
  seller: { vi: 'Bên bán', en: 'Seller', zh: '卖方' },
  quantityKg: { vi: 'Số kg', en: 'Kilograms', zh: '千克数' },
  boughtOn: { vi: 'Ngày mua', en: 'Bought on', zh: '购入日期' },
  papers: {
    vi: 'Giấy tờ hàng mua vào',
    en: 'Papers of goods bought in',
    zh: '外购货物凭证',
  },
  papersEmpty: {
    vi: 'Chưa có giấy tờ. Hóa đơn, bảng kê hay giấy giao nhận đều được.',
    en: 'None yet. An invoice, a list or a delivery note will do.',
    zh: '尚无凭证。发票、清单或交接单均可。',
  },
  paperTitle: {
    vi: 'Giấy tờ hàng mua vào của lô {lot}',
    en: 'A paper of goods bought in for lot {lot}',
    zh: '批号 {lot} 的外购凭证',
  },
  paperNote: {
    vi: 'Không công khai: chỉ cơ sở và cán bộ quản lý xem được.',
    en: 'It is not public: only the producer and its officers see it.',
    zh: '不公开：仅生产单位和主管人员可见。',
  },
  paperHint: {
    vi: 'Bản chụp hoặc PDF, mỗi trang một tệp cũng được.',
    en: 'A photo or PDF; a file for each page will do.',
    zh: '照片或 PDF，可每页一个文件。',
  },
  paperAt: { vi: 'Nhận lúc', en: 'Handed in', zh: '提交时间' },
  addPaper: { vi: 'Thêm giấy tờ', en: 'Add a paper', zh: '添加凭证' },
  withdrawPaper: { vi: 'Rút lại', en: 'Take back', zh: '撤回' },
  paperNo: {
    vi: 'Số hóa đơn, bảng kê',
    en: 'Invoice or list number',
    zh: '发票或清单号',
  },
  harvests: { vi: 'Thu hoạch đã dùng', en: 'Harvests used', zh: '所用采收' },
  harvestedOn: { vi: 'Ngày thu hoạch', en: 'Harvested on', zh: '采收日期' },
  area: { vi: 'Vùng trồng', en: 'Growing area', zh: '种植区' },
  harvestLeft: { vi: 'Còn lại của lần này', en: 'Left of it', zh: '该次剩余' },
  takenBack: {
    vi: 'nhật ký đã rút lại',
    en: 'taken back in the diary',
    zh: '日志已撤回',
  },
  harvestsEmpty: {
    vi: 'Không khai thu hoạch.',
    en: 'No harvests declared.',
    zh: '未申报采收。',
  },
  purchasesText: {
    vi: 'Chỉ cơ sở và cán bộ kiểm tra thấy mục này.',
    en: 'Only the producer and inspectors see this.',
    zh: '仅生产者和检查人员可见。',
  },
  purchasesEmpty: {
    vi: 'Không khai hàng mua vào.',
    en: 'No goods bought in.',
    zh: '未申报购入货物。',
  },
  balance: { vi: 'Cân đối', en: 'Balance', zh: '物料平衡' },
  inKg: { vi: 'Nguyên liệu vào', en: 'Went in', zh: '投入' },
  outKg: { vi: 'Thành phẩm ra', en: 'Came out', zh: '产出' },
  loss: { vi: 'Hao hụt', en: 'Loss', zh: '损耗' },
  lossText: { vi: '{kg} ({percent}%)', en: '{kg} ({percent}%)', zh: '{kg}（{percent}%）' },
  usedKg: { vi: 'Đã dùng cho lô khác', en: 'Went into other batches', zh: '已用于其他批次' },
  soldKg: { vi: 'Đã giao cho người mua', en: 'Delivered to buyers', zh: '已交付买方' },
  corrected: {
    vi: 'Nhật ký đã sửa sau khi khai lô: lô ghi {declared} nguyên liệu, nay chỉ còn {standing} có căn cứ. Hãy sửa lô, hoặc hủy rồi tạo lại nếu đã in tem.',
    en: 'The diary was corrected since: the batch declares {declared} of goods, of which {standing} still stand. Edit the batch, or annul it and make it anew once labels are printed.',
    zh: '申报后日志已更正：批次申报投入 {declared}，现仅 {standing} 有依据。请修改批次；若已打印标签，请作废后重建。',
  },
} as const satisfies Record<string, LocalText>
