import type { LocalText } from '../lib/text/local-text.ts'

/** What the page of checking says of checking without a network. */
export const VERIFIER_COPY = {
  title: {
    vi: 'Kiểm tra không cần mạng',
    en: 'Checking without a network',
    zh: '离线核验',
  },
  lead: {
    vi: 'Chữ ký cho biết tem do ai phát hành. Danh sách trạng thái cho biết tem còn được dùng hay đã bị dừng, thu hồi. Tải trước cả hai, có thể kiểm tra trong bảy ngày mà không cần mạng; quá hạn, câu trả lời duy nhất là “chưa biết”.',
    en: 'The signature tells who issued a label. The status list tells whether it still stands or was stopped or recalled. With both fetched beforehand labels are checked for seven days without a network; after that the only answer is “unknown”.',
    zh: '签名说明标签由谁签发，状态列表说明标签是否仍然有效、已停用或被召回。预先下载二者，即可离线核验七天；过期后唯一的答案是“未知”。',
  },
  lists: {
    vi: 'Danh sách của mỗi khóa (Token Status List, IETF): {index}; khóa ký danh sách: {keys}. Một trạng thái hai bit: 0 không bị dừng (có thể có lưu ý), 1 dừng, 3 thu hồi.',
    en: 'The list of each key (Token Status List, IETF): {index}; the keys that sign them: {keys}. A status has two bits: 0 not stopped (there may be something to know), 1 stop, 3 recalled.',
    zh: '每个密钥的状态列表（IETF Token Status List）：{index}；列表的签名密钥：{keys}。每个状态两位：0 未停用（可能有提示），1 停用，3 召回。',
  },
  module: {
    vi: 'verify.js là một tệp duy nhất cho trình duyệt và Node.js, không phụ thuộc gì, ai cũng có thể sao chép (Apache-2.0). Mã SHA-256 của tệp:',
    en: 'verify.js is a single file for browsers and Node.js without dependencies, free to copy (Apache-2.0). Its SHA-256:',
    zh: 'verify.js 是用于浏览器和 Node.js 的单个文件，无任何依赖，可自由复制（Apache-2.0）。其 SHA-256：',
  },
  vectors: {
    vi: 'Viết chương trình khác? Thử với các trường hợp mẫu trong {vectors}.',
    en: 'Writing another one? Try it with the cases in {vectors}.',
    zh: '要自行实现？请用 {vectors} 中的示例核对。',
  },
} as const satisfies Record<string, LocalText>
