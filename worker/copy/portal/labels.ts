import type { LocalText } from '../../lib/text/local-text.ts'

/** Printing labels in the portal: the form, the list of runs, a run. */
export const LABELS_COPY = {
  title: { vi: 'Tem', en: 'Labels', zh: '标签' },
  lead: {
    vi: 'Các đợt in tem, mới nhất trước. Tem nào cũng in lại được, đúng như lần đầu.',
    en: 'Runs of labels, newest first. Any label can be printed again, just as it was.',
    zh: '标签打印批次，最新在前。任何标签均可原样重印。',
  },
  empty: {
    vi: 'Chưa in tem nào. Mở một lô hàng rồi bấm “In tem”.',
    en: 'No labels yet. Open a batch and choose “Print labels”.',
    zh: '尚未打印标签。请打开批次并选择“打印标签”。',
  },
  toBatches: { vi: 'Xem các lô hàng', en: 'See the batches', zh: '查看批次' },
  formTitle: {
    vi: 'In tem cho lô {lot}',
    en: 'Print labels of lot {lot}',
    zh: '打印批号 {lot} 的标签',
  },
  firstNote: {
    vi: 'In lần đầu là niêm phong lô: sản phẩm, ngày, mã số, số lượng không sửa được nữa.',
    en: 'The first print seals the batch: product, days, codes and quantity change no more.',
    zh: '首次打印即封存批次：产品、日期、编号和数量不可再改。',
  },
  kind: { vi: 'Loại tem', en: 'Kind of label', zh: '标签类型' },
  kindHint: {
    vi: 'Số riêng chống sao chép tốt hơn.',
    en: 'A number of its own is better against copying.',
    zh: '单独编号防复制效果更好。',
  },
  unit: {
    vi: 'Mỗi tem một số riêng',
    en: 'Each label its own number',
    zh: '每张标签单独编号',
  },
  wholeBatch: {
    vi: 'Một mã chung cho cả lô',
    en: 'One code for the whole batch',
    zh: '整批共用一个码',
  },
  count: { vi: 'Số tem', en: 'Number of labels', zh: '标签数量' },
  countHint: {
    vi: 'Theo số lượng của lô và khối lượng tịnh: {packs} gói.',
    en: 'By the quantity of the batch and the net content: {packs} packs.',
    zh: '按批次数量和净含量计算：{packs} 包。',
  },
  countPlain: {
    vi: 'Mỗi gói hàng một tem.',
    en: 'One label for each pack.',
    zh: '每包一张标签。',
  },
  stock: { vi: 'Khổ tem', en: 'Label stock', zh: '标签规格' },
  profile: { vi: 'Nội dung mã', en: 'What the code holds', zh: '编码内容' },
  profileHint: {
    vi: 'Thường dùng loại đầy đủ: cán bộ kiểm tra đọc được mã số ngay cả khi không có mạng.',
    en: 'Usually the full one: an inspector reads the codes even without a network.',
    zh: '一般选完整型：检查人员离线也能读取编号。',
  },
  full: {
    vi: 'Đầy đủ (có mã số vùng trồng, cơ sở)',
    en: 'Full (with the codes)',
    zh: '完整（含编号）',
  },
  compact: { vi: 'Gọn (mã nhỏ hơn)', en: 'Compact (a smaller code)', zh: '简洁（码更小）' },
  gs1: { vi: 'GS1 (có GTIN)', en: 'GS1 (with the GTIN)', zh: 'GS1（含 GTIN）' },
  moreGroup: { vi: 'Tùy chọn thêm', en: 'More options', zh: '更多选项' },
  print: { vi: 'In tem', en: 'Print labels', zh: '打印标签' },
  manyQuestion: {
    vi: 'Lô này đủ cho khoảng {packs} gói nhưng bạn in {count} tem. Vẫn in?',
    en: 'This batch fills about {packs} packs, and you asked for {count} labels. Print them?',
    zh: '该批次约可装 {packs} 包，但您要打印 {count} 张标签。仍要打印吗？',
  },
  issued: {
    vi: 'Tem đã sẵn sàng, tệp đang tải xuống. In với tỷ lệ 100 %, không thu nhỏ.',
    en: 'The labels are ready and the file is on its way. Print it at 100 %, not fitted to the page.',
    zh: '标签已就绪，文件正在下载。请按 100% 比例打印，不要缩放。',
  },
  voided: {
    vi: 'Đã ghi nhận. Tem báo trong vòng một phút.',
    en: 'Recorded. The labels say so within a minute.',
    zh: '已记录，标签将在一分钟内显示。',
  },
  restored: { vi: 'Đã rút lại.', en: 'Taken back.', zh: '已撤回。' },
  run: { vi: 'Đợt in', en: 'Run', zh: '打印批次' },
  serials: { vi: 'Số tem', en: 'Serial numbers', zh: '编号' },
  wholeBatchOf: {
    vi: 'chung cả lô, {copies} bản',
    en: 'whole batch, {copies} copies',
    zh: '整批共用，{copies} 份',
  },
  serialsOf: {
    vi: '{from} – {to} ({n} tem)',
    en: '{from} – {to} ({n} labels)',
    zh: '{from} – {to}（{n} 张）',
  },
  printedAt: { vi: 'In lúc', en: 'Printed at', zh: '打印时间' },
  key: { vi: 'Khóa ký', en: 'Signing key', zh: '签名密钥' },
  batch: { vi: 'Lô', en: 'Batch', zh: '批次' },
  product: { vi: 'Sản phẩm', en: 'Product', zh: '产品' },
  files: { vi: 'Tải tem', en: 'Download the labels', zh: '下载标签' },
  filesText: {
    vi: 'In trên máy in thường: chọn khổ giấy decal A4. Máy in tem cuộn: chọn khổ cuộn.',
    en: 'For an ordinary printer choose an A4 sticker sheet; for a label printer, a roll.',
    zh: '普通打印机请选 A4 不干胶；标签打印机请选卷纸。',
  },
  preview: { vi: 'Xem trước', en: 'Preview', zh: '预览' },
  previewTitle: {
    vi: 'Tem sẽ như thế này',
    en: 'The label will look like this',
    zh: '标签效果',
  },
  previewText: {
    vi: 'Đúng khổ khi màn hình đặt tỷ lệ 100 %. Đây là tem mẫu, chưa có giá trị.',
    en: 'True to size at 100 % zoom. This is a sample and stands for nothing.',
    zh: '屏幕缩放为 100% 时为实际尺寸。此为样张，无效力。',
  },
  sampleSheet: {
    vi: 'In thử một tờ mẫu (PDF)',
    en: 'Print one page of samples (PDF)',
    zh: '试印一页样张（PDF）',
  },
  sampleText: {
    vi: 'In tờ mẫu, rồi quét bằng điện thoại: trang hiện ra báo “Mã đọc tốt”. Không quét được thì chọn khổ lớn hơn hoặc chỉnh máy in.',
    en: 'Print the samples and scan one with a phone: the page says “The code reads well”. Where it cannot be scanned, choose a larger stock or mend the printer.',
    zh: '打印样张并用手机扫描：页面显示“可正常读取”。若无法扫描，请选更大规格或调整打印机。',
  },
  own: { vi: 'Thêm khổ tem riêng', en: 'Add a size of your own', zh: '添加自定义规格' },
  sheetOf: {
    vi: 'Giấy A4, {n} tem một tờ ({size} mm)',
    en: 'A4 sheet of {n} labels ({size} mm)',
    zh: 'A4 纸，每张 {n} 枚（{size} 毫米）',
  },
  rollOf: { vi: 'Cuộn {size} mm', en: 'Roll {size} mm', zh: '卷纸 {size} 毫米' },
  file: { vi: 'Tệp', en: 'File', zh: '文件' },
  getPdf: { vi: 'Tải tem (PDF)', en: 'Get the labels (PDF)', zh: '下载标签（PDF）' },
  pdf: { vi: 'PDF', en: 'PDF', zh: 'PDF' },
  zpl: { vi: 'ZPL {dpi} dpi', en: 'ZPL {dpi} dpi', zh: 'ZPL {dpi} dpi' },
  otherFiles: { vi: 'Cho nhà in', en: 'For a print shop', zh: '供印刷厂' },
  csv: {
    vi: 'Danh sách cho nhà in (CSV)',
    en: 'List for a print shop (CSV)',
    zh: '印刷厂清单（CSV）',
  },
  svg: {
    vi: 'Hình mã cho nhà in (SVG)',
    en: 'Drawings for a print shop (SVG)',
    zh: '印刷厂图形（SVG）',
  },
  exceptions: {
    vi: 'Tem hủy, mất, thu hồi',
    en: 'Void, lost and recalled labels',
    zh: '作废、遗失、召回的标签',
  },
  exceptionsEmpty: { vi: 'Không có.', en: 'None.', zh: '无。' },
  void: { vi: 'Báo hủy hoặc mất tem', en: 'Report labels void or lost', zh: '申报标签作废或遗失' },
  voidTitle: {
    vi: 'Báo hủy hoặc mất tem',
    en: 'Report labels void or lost',
    zh: '申报标签作废或遗失',
  },
  voidNote: {
    vi: 'Tem hủy hoặc mất cắp báo “Không mua, không bán, không sử dụng” với người quét; tem thất lạc báo “Có lưu ý”.',
    en: 'Void or stolen labels tell whoever scans them not to buy, sell or use; lost ones say that there is something to know.',
    zh: '作废或被盗的标签会提示“请勿购买、销售或使用”；遗失的标签提示“请注意”。',
  },
  voidKind: { vi: 'Chuyện gì xảy ra', en: 'What happened', zh: '发生了什么' },
  from: { vi: 'Từ số', en: 'From number', zh: '起始编号' },
  to: { vi: 'Đến số', en: 'To number', zh: '结束编号' },
  rangeHint: {
    vi: 'Để trống là cả đợt in.',
    en: 'Left empty: the whole run.',
    zh: '留空表示整个打印批次。',
  },
  reason: {
    vi: 'Lý do (chỉ cán bộ kiểm tra thấy)',
    en: 'Reason (only inspectors see it)',
    zh: '原因（仅检查人员可见）',
  },
  since: { vi: 'Từ ngày', en: 'Since', zh: '自' },
  restore: { vi: 'Rút lại', en: 'Take back', zh: '撤回' },
} as const satisfies Record<string, LocalText>

/** What may be said against labels, in a list. */
export const EXCEPTION_NAMES = {
  void: {
    vi: 'Tem hủy (in hỏng, bỏ đi)',
    en: 'Void (spoiled, thrown away)',
    zh: '作废（损坏、丢弃）',
  },
  lost: { vi: 'Tem thất lạc', en: 'Lost', zh: '遗失' },
  stolen: { vi: 'Tem mất cắp', en: 'Stolen', zh: '被盗' },
  recalled: { vi: 'Thu hồi', en: 'Recalled', zh: '召回' },
} as const satisfies Record<string, LocalText>
