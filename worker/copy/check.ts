import type { LocalText } from '../lib/text/local-text.ts'

/** The page that teaches checking a label without trusting the site. */
export const CHECK_COPY = {
  title: { vi: 'Kiểm tra một tem', en: 'Check a label', zh: '核验标签' },
  shopperLead: {
    vi: 'Tem có thể là giả, bị sửa hoặc bị sao chép. Dán nội dung quét được vào đây, hoặc làm theo ba bước dưới.',
    en: 'A label may be forged, altered or copied. Paste what you scanned here, or follow the three steps below.',
    zh: '标签可能系伪造、篡改或复制。请在此粘贴扫描内容，或按下面三步操作。',
  },
  howTitle: { vi: 'Ba bước ở quầy hàng', en: 'Three steps at the shelf', zh: '在货架前的三个步骤' },
  how: [
    {
      vi: 'Quét mã trên chính chiếc tem bằng máy ảnh điện thoại, đừng dùng liên kết người khác gửi.',
      en: 'Scan the code on the label itself with your phone’s camera, not a link that was passed on.',
      zh: '用手机相机直接扫描标签上的二维码，不要使用他人转发的链接。',
    },
    {
      vi: 'Nhìn địa chỉ trang: phải đúng địa chỉ in trên tem.',
      en: 'Look at the address of the page: it must be the one printed on the label.',
      zh: '查看网址：应与标签上印刷的地址一致。',
    },
    {
      vi: 'So tên hàng, khối lượng, cơ sở và ngày đóng gói với hàng trong tay.',
      en: 'Compare product, net content, producer and packing date with what you hold.',
      zh: '将品名、净含量、生产者和包装日期与手中商品核对。',
    },
  ],
  developers: { vi: 'Dành cho lập trình viên', en: 'For developers', zh: '开发者专用' },
  lead: {
    vi: 'Bạn không cần tin trang này. Ai có khóa công khai cũng kiểm tra được chữ ký trên tem, kể cả khi không có mạng.',
    en: 'You need not trust this site. Anyone with the public key can check the signature on a label, even offline.',
    zh: '您无需信任本网站。任何人持有公开密钥即可验证标签签名，离线亦可。',
  },
  formTitle: { vi: 'Kiểm tra một mã', en: 'Check a code', zh: '核验编码' },
  formLabel: {
    vi: 'Nội dung quét được từ tem',
    en: 'The text scanned from the label',
    zh: '扫描标签得到的内容',
  },
  formHint: {
    vi: 'Dán cả địa chỉ, kể cả phần HTTPS:// ở đầu.',
    en: 'Paste the whole address, with HTTPS:// at its start.',
    zh: '请粘贴完整网址，包括开头的 HTTPS://。',
  },
  formButton: { vi: 'Kiểm tra', en: 'Check', zh: '核验' },
  result: { vi: 'Kết quả', en: 'Result', zh: '结果' },
  tooLong: {
    vi: 'Nội dung quá dài, không phải một tem.',
    en: 'The text is too long to be a label.',
    zh: '内容过长，不是标签。',
  },
  seeBatch: { vi: 'Xem lô hàng {ref}', en: 'Show batch {ref}', zh: '查看批次 {ref}' },
  insideTitle: { vi: 'Trên tem có gì', en: 'What is on a label', zh: '标签包含什么' },
  inside: {
    vi: 'Mã QR là một địa chỉ. Phần sau chữ ký là nội dung đã ký, đọc được bằng mắt: mã lô, số tem, mã số vùng trồng, mã số cơ sở đóng gói.',
    en: 'The QR code is an address. What follows the signature is the signed text, in plain sight: batch code, label number, growing-area code, packing-house code.',
    zh: '二维码是一个网址。签名之后为已签名的明文内容：批次编码、标签序号、种植区注册编号、包装厂注册编号。',
  },
  partKid: {
    vi: '3 ký tự đầu: khóa đã ký',
    en: 'first 3 characters: the signing key',
    zh: '前3位：签名密钥',
  },
  partSignature: {
    vi: '103 ký tự tiếp theo: chữ ký Ed25519, viết bằng base32 Crockford',
    en: 'next 103 characters: the Ed25519 signature in Crockford base32',
    zh: '其后103位：Ed25519 签名（Crockford base32）',
  },
  partSubject: {
    vi: 'phần còn lại: nội dung đã ký',
    en: 'the rest: the signed text',
    zh: '其余：已签名内容',
  },
  jwsTitle: { vi: 'Tem là một JWS', en: 'A label is a JWS', zh: '标签即 JWS' },
  jws: {
    vi: 'Ghép lại, tem là một JWS (RFC 7515) thông thường: phần đầu ghi thuật toán Ed25519 (RFC 9864) và khóa, phần giữa là nội dung đã ký. Thư viện JOSE nào biết RFC 9864 đều kiểm tra được.',
    en: 'Put together, a label is an ordinary JWS (RFC 7515): its header names the algorithm Ed25519 (RFC 9864) and the key, its payload is the signed text. Any JOSE library that knows RFC 9864 can verify it.',
    zh: '重新组合后，标签就是普通的 JWS（RFC 7515）：头部注明算法 Ed25519（RFC 9864）与密钥，载荷为已签名内容。任何支持 RFC 9864 的 JOSE 库均可验证。',
  },
  keysTitle: { vi: 'Lấy khóa công khai', en: 'Get the public keys', zh: '获取公开密钥' },
  keys: {
    vi: 'Tải bộ khóa một lần, giữ lại để dùng khi không có mạng. Khóa nằm trong danh sách “revoked” thì không tin được nữa.',
    en: 'Download the key set once and keep it for use offline. A key listed under “revoked” can no longer be trusted.',
    zh: '密钥集下载一次即可离线使用。列于“revoked”中的密钥不再可信。',
  },
  programsTitle: {
    vi: 'Kiểm tra không cần mạng',
    en: 'Check without a network',
    zh: '离线核验',
  },
  programs: {
    vi: 'Mỗi chương trình dưới đây tự nó là đủ, không cần cài thêm gì: đọc nội dung quét từ tem và bộ khóa trong tệp. Ví dụ dùng khóa thử của RFC 8032; lưu khóa ấy trước:',
    en: 'Each program below is enough by itself, with nothing else to install: it reads the text scanned off a label and the key set from a file. The example uses the test key of RFC 8032; keep that key first:',
    zh: '以下每个程序均可独立使用，无需安装其他组件：读取扫描内容和文件中的密钥集。示例使用 RFC 8032 测试密钥，请先保存该密钥：',
  },
  save: {
    vi: 'Cần {needs}. Lưu thành {file}, rồi chạy với ví dụ, hoặc với tem của bạn và bộ khóa đã tải:',
    en: 'Needs {needs}. Save as {file}, then run it with the example, or with your label and the key set you kept:',
    zh: '需要 {needs}。保存为 {file}，然后用示例运行，或用您的标签和已下载的密钥集运行：',
  },
  prints: {
    vi: 'true: chữ ký hợp lệ. false: chữ ký không hợp lệ. unknown: khóa không có trong bộ khóa, hoặc đã bị thu hồi. malformed: không phải một tem.',
    en: 'true: the signature is valid. false: it is not. unknown: the key is not in the set, or was revoked. malformed: not a label.',
    zh: 'true：签名有效。false：签名无效。unknown：密钥不在密钥集中或已撤销。malformed：不是标签。',
  },
  meansTitle: {
    vi: 'Chữ ký hợp lệ nói lên điều gì',
    en: 'What a valid signature means',
    zh: '签名有效意味着什么',
  },
  means: {
    vi: 'Tem do đơn vị giữ khóa phát hành, và không ai sửa nội dung. Nó không cho biết tem có bị sao chép không, lô hàng có bị thu hồi không: hai điều đó phải hỏi hệ thống khi có mạng.',
    en: 'The holder of the key issued the label and nobody has changed its text. It does not tell whether the label was copied or the batch recalled: for these, ask the system online.',
    zh: '表示标签由密钥持有机构签发且内容未被修改。它不能说明标签是否被复制、批次是否被召回，这些需联网查询。',
  },
} as const satisfies Record<string, LocalText | readonly LocalText[]>
