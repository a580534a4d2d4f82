import type { LocalText } from '../../lib/text/local-text.ts'

/** The standing sentence of a kind of problem. */
export const PROBLEM_SENTENCES = {
  invalid_input: {
    vi: 'Yêu cầu không đúng định dạng.',
    en: 'The request is not in the expected format.',
    zh: '请求格式不正确。',
  },
  unauthenticated: {
    vi: 'Cần mã truy cập (bearer token) hợp lệ.',
    en: 'A valid bearer token is needed.',
    zh: '需要有效的访问令牌。',
  },
  forbidden: {
    vi: 'Mã truy cập này không có quyền làm việc đó.',
    en: 'This token may not do that.',
    zh: '该令牌无权执行此操作。',
  },
  not_found: {
    vi: 'Không tìm thấy nội dung này.',
    en: 'There is nothing here.',
    zh: '未找到该内容。',
  },
  method_not_allowed: {
    vi: 'Địa chỉ này không nhận phương thức đó.',
    en: 'This address does not take that method.',
    zh: '该地址不支持此方法。',
  },
  payload_too_large: {
    vi: 'Nội dung gửi lên quá lớn.',
    en: 'The content sent is too large.',
    zh: '提交的内容过大。',
  },
  unsupported_media_type: {
    vi: 'Hãy gửi nội dung dạng application/json.',
    en: 'Send the content as application/json.',
    zh: '请以 application/json 格式提交。',
  },
  too_many_requests: {
    vi: 'Quá nhiều yêu cầu trong thời gian ngắn. Hãy chờ một lát rồi thử lại.',
    en: 'Too many requests in a short time. Wait a little and try again.',
    zh: '短时间内请求过多，请稍候再试。',
  },
  internal: {
    vi: 'Có lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, hãy báo mã yêu cầu cho đơn vị vận hành.',
    en: 'Something unexpected went wrong. Try again; if it persists, give the operator the request id.',
    zh: '发生意外错误。请重试；如仍出错，请将请求编号告知运营方。',
  },
  unavailable: {
    vi: 'Hệ thống đang gián đoạn nên chưa trả lời được. Hãy thử lại sau ít phút.',
    en: 'The system is interrupted and cannot answer yet. Try again in a few minutes.',
    zh: '系统暂时中断，无法答复。请几分钟后再试。',
  },
} as const satisfies Record<string, LocalText>
