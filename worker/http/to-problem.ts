import { HTTPException } from 'hono/http-exception'
import { isDatabaseUnavailable, isIllFormedText } from '../../db/errors.ts'
import { Problem, type ProblemCode } from '../verbs/errors.ts'

/** Any thrown thing as a problem. What was not expected says nothing but that it happened. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (isIllFormedText(error)) return illFormedText(error)
  if (isDatabaseUnavailable(error)) return unavailable(error)
  if (error instanceof HTTPException) return problemOf(codeOf(error.status), error)
  return problemOf('internal', error)
}

/** Text that no field's own check caught: what was asked cannot be done, however often. */
export function illFormedText(cause?: unknown): Problem {
  return new Problem({
    code: 'invalid_input',
    text: {
      vi: 'Dữ liệu gửi lên có ký tự bị hỏng (nửa ký hiệu hoặc ký tự rỗng) nên không lưu được. Hãy gõ lại chỗ đó.',
      en: 'The input holds half a character (a lone surrogate) or NUL, which cannot be stored. Type it again.',
      zh: '提交的内容含有残缺字符或空字符，无法保存，请重新输入。',
    },
    cause,
  })
}

/** The database does not answer and nothing kept can answer for it. */
export function unavailable(cause?: unknown): Problem {
  return new Problem({
    code: 'unavailable',
    text: {
      vi: 'Hệ thống đang gián đoạn nên chưa trả lời được. Hãy thử lại sau ít phút.',
      en: 'The system is interrupted and cannot answer yet. Try again in a few minutes.',
      zh: '系统暂时中断，无法答复。请几分钟后再试。',
    },
    headers: { 'retry-after': '10' },
    cause,
  })
}

/** A problem with the standing words of its code. */
export function problemOf(code: keyof typeof WORDS, cause?: unknown): Problem {
  return new Problem({ code, text: WORDS[code], cause })
}

const WORDS = {
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
} as const satisfies Partial<Record<ProblemCode, { vi: string; en: string; zh: string }>>

function codeOf(status: number): keyof typeof WORDS {
  switch (status) {
    case 401:
      return 'unauthenticated'
    case 403:
      return 'forbidden'
    case 404:
      return 'not_found'
    case 405:
      return 'method_not_allowed'
    case 413:
      return 'payload_too_large'
    case 415:
      return 'unsupported_media_type'
    case 429:
      return 'too_many_requests'
    default:
      return status >= 500 ? 'internal' : 'invalid_input'
  }
}
