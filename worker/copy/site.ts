import type { LocalText } from '../lib/text/local-text.ts'

export const PRODUCT_NAME = 'Gốc'

/** Languages by their own names. */
export const LANGUAGE_NAMES = { vi: 'Tiếng Việt', en: 'English', zh: '中文' } as const

/** Header, footer and what every page shares. */
export const SITE_COPY = {
  skip: { vi: 'Tới nội dung chính', en: 'Skip to main content', zh: '跳至主要内容' },
  languages: { vi: 'Ngôn ngữ', en: 'Languages', zh: '语言' },
  pages: { vi: 'Các trang', en: 'Pages', zh: '页面' },
  home: { vi: 'Trang chủ', en: 'Home', zh: '首页' },
  notices: { vi: 'Thông báo', en: 'Notices', zh: '公告' },
  codes: { vi: 'Tra mã số', en: 'Register of codes', zh: '注册编号登记册' },
  recalls: { vi: 'Hàng đang bị thu hồi', en: 'Recalls', zh: '召回中的商品' },
  suspensions: {
    vi: 'Mã bị tạm dừng, thu hồi',
    en: 'Suspended and revoked codes',
    zh: '暂停或撤销的注册编号',
  },
  handbook: { vi: 'Cẩm nang thị trường', en: 'Market handbook', zh: '市场手册' },
  openData: { vi: 'Dữ liệu mở', en: 'Open data', zh: '开放数据' },
  check: { vi: 'Kiểm tra một tem', en: 'Check a label', zh: '核验标签' },
  api: { vi: 'API cho lập trình viên', en: 'API', zh: '开放接口' },
  runBy: { vi: 'Trang do {issuer} vận hành.', en: 'Run by {issuer}.', zh: '运营单位：{issuer}。' },
  hotline: { vi: 'Đường dây nóng', en: 'Hotline', zh: '热线' },
  report: { vi: 'Báo vấn đề', en: 'Report a problem', zh: '反馈 / 举报' },
  noTracking: {
    vi: 'Không quảng cáo, không theo dõi người quét.',
    en: 'No advertising, no tracking of people who scan.',
    zh: '无广告，不跟踪扫码者。',
  },
} as const satisfies Record<string, LocalText>

export const HOME_COPY = {
  title: {
    vi: 'Nông sản này từ đâu?',
    en: 'Where does this produce come from?',
    zh: '这件农产品来自哪里？',
  },
  lead: {
    vi: 'Quét mã QR trên tem bằng máy ảnh điện thoại. Trang mở ra cho biết tem có thật không, hàng có đang bị thu hồi không, ai trồng, ai đóng gói.',
    en: 'Scan the QR code on the label with your phone’s camera. The page tells you whether the label is genuine, whether the goods are being recalled, who grew them and who packed them.',
    zh: '用手机相机扫描标签上的二维码，即可了解标签是否真实、商品是否正在召回、由谁种植、由谁包装。',
  },
  formTitle: {
    vi: 'Không quét được? Tìm ở đây',
    en: 'Cannot scan? Search here',
    zh: '无法扫描？请在此查找',
  },
  formLabel: {
    vi: 'Mã lô trên tem',
    en: 'Batch code on the label',
    zh: '标签上的批次编码',
  },
  formHint: {
    vi: 'Gồm 8 chữ và số, ví dụ 7K3M-9QX1. Mã gõ tay cho xem thông tin lô hàng, không chứng minh tem là thật.',
    en: '8 letters and digits, for example 7K3M-9QX1. A typed code shows the batch; it does not prove the label is genuine.',
    zh: '共8位字母和数字，例如 7K3M-9QX1。手动输入的编码可查看批次信息，但不能证明标签真实。',
  },
  formButton: { vi: 'Xem lô hàng', en: 'Show the batch', zh: '查看批次' },
  codesTitle: {
    vi: 'Tra mã số vùng trồng, cơ sở đóng gói',
    en: 'Look up a growing area or packing house',
    zh: '查询种植区或包装厂',
  },
  codesText: {
    vi: 'Tìm theo mã, tên, xã, tỉnh hay cây trồng; xem trạng thái của mã ở từng thị trường.',
    en: 'Find by code, name, commune, province or crop, and see a code’s status in each market.',
    zh: '可按编号、名称、乡镇、省市或作物查询，并查看注册编号在各市场的状态。',
  },
  allRecalls: { vi: 'Mọi lô đang bị thu hồi', en: 'All recalls', zh: '全部召回' },
  noticesTitle: { vi: 'Thông báo mới nhất', en: 'Latest notices', zh: '最新公告' },
  allNotices: { vi: 'Xem mọi thông báo', en: 'All notices', zh: '全部公告' },
  examplesTitle: { vi: 'Tem minh họa để thử', en: 'Labels to try', zh: '示例标签' },
  knowTitle: {
    vi: 'Trang này nói được gì, và không nói được gì',
    en: 'What this can and cannot tell you',
    zh: '本系统能告诉您什么',
  },
  know1: {
    vi: 'Mỗi tem có chữ ký điện tử. Tem có chữ ký hợp lệ là tem do cơ quan ghi trên trang phát hành.',
    en: 'Each label is digitally signed. A valid signature means that the body named on the page issued it.',
    zh: '每个标签都有数字签名。签名有效表示该标签由页面所示机构签发。',
  },
  know2: {
    vi: 'Mỗi thông tin ghi rõ do cơ sở tự khai hay đã có người kiểm tra. Điều chưa biết ghi là “chưa có dữ liệu”.',
    en: 'Each statement says whether the producer declared it or somebody checked it. What is not known is marked “no data yet”.',
    zh: '每项信息都注明由生产者申报还是已经核查。未知信息标为“暂无数据”。',
  },
  know3: {
    vi: 'Tem thật không thay cho việc kiểm nghiệm: trang không chấm điểm độ ngon hay độ an toàn của từng quả.',
    en: 'A genuine label is not a laboratory test: this site does not grade the taste or safety of each fruit.',
    zh: '真实标签不等于检验结果：本系统不评定每个果品的品质或安全性。',
  },
} as const satisfies Record<string, LocalText>

export const NOTICES_COPY = {
  title: { vi: 'Thông báo', en: 'Notices', zh: '公告' },
  lead: {
    vi: 'Các quyết định tạm dừng, thu hồi mã số và thu hồi hàng, mới nhất trước.',
    en: 'Suspended and revoked codes, and recalls, newest first.',
    zh: '注册编号暂停、撤销及商品召回公告，按时间倒序排列。',
  },
  empty: {
    vi: 'Chưa có thông báo nào.',
    en: 'There are no notices.',
    zh: '暂无公告。',
  },
  newer: { vi: 'Mới hơn', en: 'Newer', zh: '较新' },
  older: { vi: 'Cũ hơn', en: 'Older', zh: '较早' },
  paging: { vi: 'Chuyển trang', en: 'Pages of notices', zh: '翻页' },
  atom: { vi: 'Theo dõi bằng Atom', en: 'Follow by Atom', zh: '通过 Atom 订阅' },
  wording: { vi: 'Nội dung quyết định', en: 'What the decision says', zh: '决定内容' },
  document: { vi: 'Văn bản số {number}', en: 'Document no. {number}', zh: '文件编号 {number}' },
} as const satisfies Record<string, LocalText>

type Problem = { readonly title: LocalText; readonly text: LocalText; readonly todo: LocalText }

/** What went wrong and what to do, by HTTP status; `ref` for a mistyped batch code. */
export const PROBLEM_COPY = {
  400: {
    title: { vi: 'Địa chỉ này chưa đúng', en: 'This address is not right', zh: '网址有误' },
    text: {
      vi: 'Địa chỉ bị thiếu hoặc thừa một phần.',
      en: 'Part of the address is missing or should not be there.',
      zh: '网址缺少或多出了部分内容。',
    },
    todo: {
      vi: 'Quét lại mã trên tem, hoặc gõ mã lô ở trang chủ.',
      en: 'Scan the label again, or type the batch code on the home page.',
      zh: '请重新扫描标签，或在首页输入批次编码。',
    },
  },
  404: {
    title: { vi: 'Không có trang này', en: 'There is no such page', zh: '页面不存在' },
    text: {
      vi: 'Không tìm thấy trang hoặc lô hàng ở địa chỉ này.',
      en: 'No page or batch was found at this address.',
      zh: '在此网址未找到页面或批次。',
    },
    todo: {
      vi: 'Đối chiếu mã với tem, quét lại, hoặc về trang chủ.',
      en: 'Compare the code with the label, scan again, or go to the home page.',
      zh: '请核对标签上的编码、重新扫描，或返回首页。',
    },
  },
  429: {
    title: { vi: 'Xin chờ một chút', en: 'Please wait a little', zh: '请稍候' },
    text: {
      vi: 'Có quá nhiều yêu cầu từ nơi bạn trong thời gian ngắn.',
      en: 'Too many requests came from your connection in a short time.',
      zh: '您的网络在短时间内请求过多。',
    },
    todo: { vi: 'Chờ rồi thử lại.', en: 'Wait, then try again.', zh: '请稍后重试。' },
  },
  500: {
    title: { vi: 'Hệ thống gặp lỗi', en: 'Something went wrong here', zh: '系统出错' },
    text: {
      vi: 'Lỗi ở phía chúng tôi, không phải do tem hay điện thoại của bạn.',
      en: 'The fault is ours, not your label’s or your phone’s.',
      zh: '这是我们的问题，与您的标签或手机无关。',
    },
    todo: {
      vi: 'Thử lại sau ít phút. Chưa kết luận được gì về tem.',
      en: 'Try again in a few minutes. Nothing has been established about the label.',
      zh: '请几分钟后重试。目前无法对标签作出判断。',
    },
  },
  503: {
    title: {
      vi: 'Tạm thời chưa kiểm tra được',
      en: 'Checking is not possible just now',
      zh: '暂时无法核查',
    },
    text: {
      vi: 'Hệ thống đang gián đoạn, nên chưa biết trạng thái của lô hàng.',
      en: 'The system is interrupted, so the state of the batch is not known.',
      zh: '系统暂时中断，无法获知该批次的状态。',
    },
    todo: {
      vi: 'Giữ tem và quét lại sau ít phút.',
      en: 'Keep the label and scan again in a few minutes.',
      zh: '请保留标签，几分钟后重新扫描。',
    },
  },
  ref: {
    title: { vi: 'Mã lô chưa đúng', en: 'The batch code is not right', zh: '批次编码有误' },
    text: {
      vi: 'Mã “{ref}” không phải mã lô: có thể đã gõ nhầm một ký tự.',
      en: '“{ref}” is not a batch code: a character may be mistyped.',
      zh: '“{ref}”不是批次编码，可能有字符输入错误。',
    },
    todo: {
      vi: 'Xem lại 8 ký tự in trên tem rồi gõ lại.',
      en: 'Look at the 8 characters on the label and type them again.',
      zh: '请核对标签上的8位字符后重新输入。',
    },
  },
} as const satisfies Record<400 | 404 | 429 | 500 | 503 | 'ref', Problem>

export const PROBLEM_NOTES = {
  retryAfter: {
    vi: 'Thử lại sau {seconds} giây.',
    en: 'Try again in {seconds} seconds.',
    zh: '请在{seconds}秒后重试。',
  },
  requestId: {
    vi: 'Khi cần hỗ trợ, hãy đọc mã này:',
    en: 'When asking for help, quote this code:',
    zh: '如需帮助，请提供此编码：',
  },
  notFoundRef: {
    vi: 'Không có lô hàng nào mang mã “{ref}”.',
    en: 'There is no batch with the code “{ref}”.',
    zh: '没有编码为“{ref}”的批次。',
  },
} as const satisfies Record<string, LocalText>
