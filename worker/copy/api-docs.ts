import type { LocalText } from '../lib/text/local-text.ts'

/** The page that shows the description of the API, and how to begin with it. */
export const API_DOCS_COPY = {
  title: { vi: 'API của {system}', en: 'The API of {system}', zh: '{system} 的 API' },
  home: { vi: 'Trang đầu', en: 'Home', zh: '首页' },
  operations: { vi: 'Các thao tác', en: 'Operations', zh: '操作' },
  types: { vi: 'Kiểu dữ liệu', en: 'Types', zh: '数据类型' },
  others: { vi: 'Khác', en: 'Other', zh: '其他' },
  required: { vi: ' (bắt buộc)', en: ' (required)', zh: '（必填）' },
  parameters: { vi: 'Tham số', en: 'Parameters', zh: '参数' },
  body: { vi: 'Nội dung gửi', en: 'Body', zh: '请求内容' },
  answers: { vi: 'Trả lời', en: 'Answers', zh: '响应' },
  optional: { vi: ' (có thể không có)', en: ' (optional)', zh: '（可选）' },
  sample: { vi: 'Thử ngay', en: 'Try it', zh: '示例请求' },
  needs: { vi: 'Cần mã truy cập có quyền', en: 'Needs a token with', zh: '需要具有以下权限的令牌' },
  needsAny: { vi: 'Cần mã truy cập', en: 'Needs a token', zh: '需要令牌' },
  startTitle: { vi: 'Bắt đầu', en: 'Quick start', zh: '快速开始' },
  startLead: {
    vi: 'Tra mã số, đọc thông báo và kiểm tra tem không cần mã truy cập. Khai báo lô hàng, phát hành tem và thu hồi thì cần.',
    en: 'Looking up codes, reading notices and checking labels need no token. Declaring batches, issuing labels and recalling do.',
    zh: '查询注册编号、阅读通知和核验标签无需令牌；申报批次、签发标签和召回则需要。',
  },
  tokenTitle: { vi: '1. Tạo mã truy cập', en: '1. Make a token', zh: '1. 创建令牌' },
  token: {
    vi: 'Người của đơn vị tạo trong cổng làm việc, mục “Mã truy cập”: chọn quyền, đặt hạn dùng, chép mã. Mã chỉ hiện một lần, chỉ chạm tới dữ liệu của đơn vị, và không làm được nhiều hơn người tạo ra nó. Mã cho cả hệ thống chỉ người vận hành tạo được, bằng dòng lệnh:',
    en: 'Somebody of the organisation makes it in the portal under “Access tokens”: choose what it may do, set its last day, copy it. It is shown once, reaches the organisation’s data alone, and never does more than whoever made it may. A token for the whole system is made by the operator alone, at the command line:',
    zh: '由单位人员在门户“访问令牌”中创建：选择权限、设定有效期并复制。令牌仅显示一次，只能访问本单位数据，权限不超过创建者。面向整个系统的令牌只能由运维人员在命令行创建：',
  },
  toTokens: { vi: 'Mở mục “Mã truy cập”', en: 'Open “Access tokens”', zh: '打开“访问令牌”' },
  scopesTitle: { vi: '2. Quyền của mã', en: '2. What a token may do', zh: '2. 令牌权限' },
  scopes: {
    vi: 'Mã có quyền nào cũng đọc được mọi thứ của đơn vị, trừ nhật ký; đọc nhật ký và ghi thì cần đúng quyền, nếu thiếu là 403.',
    en: 'With any scope a token reads all that is the organisation’s but its diaries; those and each write need their own, else 403.',
    zh: '任一权限均可读取本单位除生产日志外的全部内容；读取日志和每项写入需要相应权限，否则返回 403。',
  },
  sendTitle: { vi: '3. Gửi yêu cầu', en: '3. Send requests', zh: '3. 发送请求' },
  send: {
    vi: 'Đặt các biến sau một lần, rồi chép lệnh ở từng thao tác bên dưới. PRODUCT, REF, RUN, EXCEPTION lấy từ trả lời của các bước trước; ENTRY là id của một dòng trong danh sách nhật ký; LABEL là nội dung quét được từ một tem; FILE là tệp ảnh, PHOTO là mã SHA-256 của nó.',
    en: 'Set these once, then copy the command of any operation below. PRODUCT, REF, RUN and EXCEPTION are in the answers of the steps before; ENTRY is the id of an entry in the list of the diary; LABEL is the text scanned off a label; FILE is a photo and PHOTO its SHA-256.',
    zh: '先设置以下变量，然后复制下方任一操作的命令。PRODUCT、REF、RUN、EXCEPTION 取自前面步骤的响应；ENTRY 为生产日志列表中某条记录的 id；LABEL 为扫描标签得到的内容；FILE 为照片文件，PHOTO 为其 SHA-256。',
  },
  wayTitle: { vi: 'Từ sản phẩm đến tem', en: 'From a product to labels', zh: '从产品到标签' },
  errors: {
    vi: 'Lỗi nào cũng là application/problem+json (RFC 9457) bằng ngôn ngữ của Accept-Language: 409 nêu thứ đã có (existing) hoặc điều phải xác nhận (questions); 429 và 503 nêu lúc thử lại (Retry-After). Gửi lại cùng một lệnh ghi với cùng Idempotency-Key thì không ghi hai lần.',
    en: 'Every error is application/problem+json (RFC 9457) in the language of Accept-Language: a 409 names what is there already (existing) or what must be confirmed (questions); 429 and 503 say when to come back (Retry-After). The same write sent again under the same Idempotency-Key is done once.',
    zh: '所有错误均为 application/problem+json（RFC 9457），语言由 Accept-Language 决定：409 指出已存在的内容（existing）或须确认的事项（questions）；429 和 503 说明何时重试（Retry-After）。使用同一 Idempotency-Key 重发同一写入只执行一次。',
  },
} as const satisfies Record<string, LocalText>
