import type { Alteration } from '../../domain/label/alteration-of.ts'
import type { CheckResult } from '../../domain/label-checks/label-check.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/** The scanner of labels in the app. It comes with the scanner: phones that keep a diary alone do without. */
export const SCAN_APP_COPY = {
  aim: {
    vi: 'Đưa mã QR trên tem vào khung. Máy tự đọc, không cần bấm.',
    en: 'Hold the label’s QR code in the frame. It is read by itself.',
    zh: '将标签二维码置于取景框内，自动读取。',
  },
  working: { vi: 'Đang kiểm tra…', en: 'Checking…', zh: '正在核查…' },
  torchOn: { vi: 'Bật đèn', en: 'Light on', zh: '开灯' },
  torchOff: { vi: 'Tắt đèn', en: 'Light off', zh: '关灯' },
  torchFailed: {
    vi: 'Máy này không bật được đèn khi quét.',
    en: 'The light cannot be switched on here.',
    zh: '本机无法在扫描时开灯。',
  },
  photo: { vi: 'Chọn ảnh có mã', en: 'Pick a photo', zh: '选择照片' },
  typeLabel: {
    vi: 'Mã lô in dưới mã QR',
    en: 'Batch code below the QR code',
    zh: '二维码下方的批次码',
  },
  typeHint: {
    vi: '8 ký tự. Dán nguyên đường dẫn của tem cũng được.',
    en: '8 characters. The whole link of a label does, too.',
    zh: '8 个字符，也可粘贴完整标签链接。',
  },
  look: { vi: 'Xem', en: 'Look', zh: '查看' },
  startCamera: { vi: 'Mở máy ảnh', en: 'Open the camera', zh: '打开相机' },
  camera_refused: {
    vi: 'Máy chưa cho dùng máy ảnh. Vào cài đặt của trình duyệt, cho phép máy ảnh ở trang này rồi bấm Mở máy ảnh. Vẫn chọn ảnh hoặc gõ mã được.',
    en: 'The camera is not allowed. Allow it for this page in the browser’s settings, then open the camera. A photo or a typed code work meanwhile.',
    zh: '未获相机权限。请在浏览器设置中允许本页使用相机，然后点“打开相机”。也可选择照片或输入编码。',
  },
  camera_none: {
    vi: 'Không tìm thấy máy ảnh. Hãy chọn ảnh hoặc gõ mã.',
    en: 'No camera was found. Pick a photo or type the code.',
    zh: '未找到相机。请选择照片或输入编码。',
  },
  camera_busy: {
    vi: 'Máy ảnh đang bận hoặc không mở được. Đóng ứng dụng khác đang dùng máy ảnh rồi bấm Mở máy ảnh.',
    en: 'The camera is busy or does not open. Close other apps that use it, then open it again.',
    zh: '相机被占用或无法打开。请关闭其他使用相机的应用后重试。',
  },
  camera_insecure: {
    vi: 'Trình duyệt chỉ mở máy ảnh ở địa chỉ bắt đầu bằng https.',
    en: 'The browser opens the camera only at an address that begins with https.',
    zh: '浏览器仅在 https 网址下允许使用相机。',
  },
  noReader: {
    vi: 'Phần đọc mã chưa có trong máy. Mở lại màn hình này khi có mạng. Vẫn gõ mã được.',
    en: 'What reads codes is not on this phone yet. Open this screen again with a network. A typed code works meanwhile.',
    zh: '本机尚无读码组件。请联网后重新打开此页。仍可输入编码。',
  },
  blurred: {
    vi: 'Mã bị mờ, lóa hoặc chưa nằm trọn trong khung. Giữ chắc tay, lại gần hơn, bật đèn nếu tối.',
    en: 'The code is blurred, glaring or not whole in the frame. Hold still, come closer, switch the light on.',
    zh: '二维码模糊、反光或未完整入框。请拿稳、靠近，光线暗时开灯。',
  },
  two_labels: {
    vi: 'Có hai tem trong khung. Che bớt một tem rồi quét từng tem.',
    en: 'Two labels are in view. Cover one and scan them one by one.',
    zh: '画面中有两枚标签。请遮住其一，逐一扫描。',
  },
  two_codes: {
    vi: 'Có hai mã trong khung. Che bớt một mã.',
    en: 'Two codes are in view. Cover one.',
    zh: '画面中有两个码。请遮住其一。',
  },
  noCodeInPhoto: {
    vi: 'Không đọc được mã nào trong ảnh. Chụp lại gần hơn, đủ sáng, thấy trọn mã.',
    en: 'No code could be read in the photo. Take it closer, in good light, with the whole code.',
    zh: '照片中未读到二维码。请靠近、光线充足并完整拍摄。',
  },
  notAPicture: {
    vi: 'Tệp này không phải ảnh.',
    en: 'This file is no picture.',
    zh: '该文件不是图片。',
  },
  alteredWhy: {
    vi: 'Địa chỉ này từng là tem, nhưng đã bị đổi trên đường gửi nên không còn chứng minh được gì.',
    en: 'This address was a label once; it was changed on its way and proves nothing any more.',
    zh: '该网址原为标签，但在传送中被更改，已不能证明任何事。',
  },
  alteredAgain: {
    vi: 'Quét thẳng mã QR in trên tem. Nếu chỉ có tin nhắn, xin người gửi chụp ảnh tem rồi chọn ảnh đó.',
    en: 'Scan the printed QR code itself. With a message only, ask its sender for a photo of the label and pick that.',
    zh: '请直接扫描标签上印刷的二维码。若只有消息，请对方拍摄标签照片后选择该照片。',
  },
  beside: {
    vi: 'Trên hàng còn mã khác: {code}. Máy chỉ xét tem của chúng tôi.',
    en: 'There is another code beside: {code}. Only our label was looked at.',
    zh: '旁边另有其他码：{code}。仅核查了本系统标签。',
  },
  ownPage: {
    vi: 'Đây là một trang của chúng tôi, không phải tem.',
    en: 'This is a page of ours and no label.',
    zh: '这是本网站页面，不是标签。',
  },
  notOurs: {
    vi: 'Mã này không phải tem, hoặc không đầy đủ.',
    en: 'This is no label, or not a whole one.',
    zh: '这不是标签，或不完整。',
  },
  refKnown: {
    vi: 'Có trong sổ lô hàng trên máy.',
    en: 'It is in the register on this phone.',
    zh: '本机登记簿中有此批次。',
  },
  refUnknown: {
    vi: 'Không có trong sổ lô hàng trên máy.',
    en: 'It is not in the register on this phone.',
    zh: '本机登记簿中无此批次。',
  },
  again: {
    vi: 'Tem này đã quét lúc {at}. Nếu đây là gói hàng khác mang cùng số, tem có thể bị sao chép.',
    en: 'This label was scanned at {at}. If this is another pack of the same number, it may have been copied.',
    zh: '该标签已于 {at} 扫描。若为同号的另一包装，标签可能被复制。',
  },
  countAgain: { vi: 'Gói khác: ghi thêm', en: 'Another pack: count it', zh: '另一包装：再记一次' },
  online: {
    vi: 'Hỏi máy chủ lúc {at}.',
    en: 'Asked the server at {at}.',
    zh: '于 {at} 联网查询。',
  },
  offline: {
    vi: 'Không hỏi máy chủ. Theo danh sách lúc {at}.',
    en: 'Without the server, by the list of {at}.',
    zh: '离线，依据 {at} 的名单。',
  },
  offlineBare: {
    vi: 'Không hỏi máy chủ. Theo khóa có trên máy.',
    en: 'Without the server, by the keys on this phone.',
    zh: '离线，依据本机密钥。',
  },
  registerAsOf: {
    vi: 'Sổ lô hàng trên máy: lúc {at}.',
    en: 'Register on this phone: of {at}.',
    zh: '本机登记簿：{at}。',
  },
  registerOld: {
    vi: 'Sổ lô hàng trên máy đã cũ, từ {at}: chỉ để tham khảo.',
    en: 'The register on this phone is old, of {at}: for reference only.',
    zh: '本机登记簿已过期（{at}），仅供参考。',
  },
  product: { vi: 'Sản phẩm', en: 'Product', zh: '产品' },
  producer: { vi: 'Cơ sở sản xuất', en: 'Producer', zh: '生产者' },
  lot: { vi: 'Lô', en: 'Batch', zh: '批次' },
  serial: { vi: 'Số tem', en: 'Serial', zh: '序号' },
  wholeBatch: { vi: 'tem chung cả lô', en: 'label of the whole batch', zh: '整批通用' },
  packedOn: { vi: 'Đóng gói', en: 'Packed', zh: '包装日期' },
  expiresOn: { vi: 'Hạn dùng', en: 'Use by', zh: '保质期至' },
  area: { vi: 'Mã vùng trồng', en: 'Growing area', zh: '种植区编号' },
  house: { vi: 'Mã cơ sở đóng gói', en: 'Packing house', zh: '包装厂编号' },
  certificate: { vi: 'Chứng nhận mã số', en: 'Certificate of a code', zh: '编号证书' },
  noStatus: { vi: 'chưa có dữ liệu', en: 'no data yet', zh: '暂无数据' },
  openDossier: { vi: 'Mở hồ sơ tem', en: 'Open its file', zh: '打开档案' },
  openBatch: { vi: 'Mở trang lô hàng', en: 'Open the batch', zh: '打开批次页面' },
  tally: { vi: 'Đã kiểm tra', en: 'Checked', zh: '已核查' },
  last: { vi: 'Vừa quét', en: 'Scanned lately', zh: '最近扫描' },
  undo: { vi: 'Bỏ lượt này', en: 'Take it back', zh: '撤销' },
  waits: { vi: 'chờ gửi', en: 'waiting', zh: '待发送' },
  handed: { vi: 'đã chuyển gửi', en: 'handed over', zh: '已提交' },
  sendNow: { vi: 'Gửi ngay', en: 'Send now', zh: '立即发送' },
  newRound: { vi: 'Đếm lại từ đầu', en: 'Start counting anew', zh: '重新计数' },
  note: { vi: 'Nơi kiểm tra', en: 'Where', zh: '核查地点' },
  noteHint: {
    vi: 'Ghi cùng mỗi tem: tên chợ, số sạp.',
    en: 'Kept with each label: the market, the stall.',
    zh: '随每枚标签记录：市场、摊位。',
  },
  place: { vi: 'Ghi vị trí nơi quét', en: 'Keep where it was scanned', zh: '记录扫描位置' },
  full: {
    vi: 'Máy hết chỗ. Lượt vừa quét chưa được ghi; danh sách mới chưa được giữ. Xóa bớt ảnh, tệp trong máy rồi quét lại.',
    en: 'The phone is full. The last scan was not kept, nor newer lists. Make room on the phone, then scan again.',
    zh: '手机空间不足。刚才的扫描未记录，新名单未保存。请清理空间后重新扫描。',
  },
} as const satisfies Record<string, LocalText>

/** What was done to a link, by its kind. */
export const ALTERATION_COPY = {
  redirect: {
    vi: 'Ứng dụng nhắn tin đã gói nó trong một địa chỉ khác.',
    en: 'A messenger wrapped it into another address.',
    zh: '聊天应用将其包装为另一网址。',
  },
  line_break: {
    vi: 'Nó bị ngắt dòng hoặc chèn khoảng trắng.',
    en: 'It was broken over two lines, or blanks were put in.',
    zh: '其中被换行或插入空格。',
  },
  lower_case: {
    vi: 'Chữ hoa đã bị đổi thành chữ thường.',
    en: 'Its capital letters were made small.',
    zh: '大写字母被改为小写。',
  },
  other: {
    vi: 'Một số ký tự đã bị đổi.',
    en: 'Some of its characters were changed.',
    zh: '部分字符被更改。',
  },
} as const satisfies Record<Alteration, LocalText>

/** The tally, in a word each. */
export const TALLY_NAMES = {
  genuine: { vi: 'Thật', en: 'Genuine', zh: '真' },
  stop: { vi: 'Phải dừng', en: 'Stopped', zh: '须停售' },
  unknown: { vi: 'Chưa rõ', en: 'Unknown', zh: '未知' },
  forged: { vi: 'Giả', en: 'Forged', zh: '假' },
} as const satisfies Record<CheckResult, LocalText>
