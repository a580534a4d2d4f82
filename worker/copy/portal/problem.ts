import type { LocalText } from '../../lib/text/local-text.ts'

export type ProblemAdvice = { readonly title: LocalText; readonly todo: LocalText }

const CHANGED: ProblemAdvice = {
  title: { vi: 'Dữ liệu đã thay đổi', en: 'The data have changed', zh: '数据已变更' },
  todo: {
    vi: 'Quay lại trang trước, tải lại để thấy dữ liệu mới, rồi làm lại nếu vẫn cần. Chưa có gì bị ghi đè.',
    en: 'Go back, reload to see the data as they are now, and do it again if it still holds. Nothing was overwritten.',
    zh: '请返回上一页并刷新查看最新数据，如仍需要再操作。未覆盖任何内容。',
  },
}

const INPUT: ProblemAdvice = {
  title: { vi: 'Yêu cầu chưa đúng', en: 'The request does not fit', zh: '请求有误' },
  todo: {
    vi: 'Quay lại trang trước và xem lại những gì đã gõ. Nếu mở từ một đường dẫn cũ, hãy vào lại từ mục làm việc.',
    en: 'Go back and look over what you typed. If you came by an old link, start from the sections.',
    zh: '请返回上一页核对所填内容。如通过旧链接打开，请从栏目重新进入。',
  },
}

const OURS: ProblemAdvice = {
  title: { vi: 'Hệ thống đang gián đoạn', en: 'The system is interrupted', zh: '系统暂时中断' },
  todo: {
    vi: 'Hãy thử lại sau ít phút. Nếu đang gửi một biểu mẫu, quay lại trang trước: trình duyệt thường còn giữ những gì đã gõ.',
    en: 'Try again in a few minutes. If you were sending a form, go back: browsers mostly keep what was typed.',
    zh: '请几分钟后重试。如正在提交表单，请返回上一页，浏览器通常会保留已输入的内容。',
  },
}

/** What to do next, by the code of the problem. */
export const PROBLEM_ADVICE = {
  invalid_input: INPUT,
  malformed_code: INPUT,
  unsupported_media_type: INPUT,
  layout_too_small: INPUT,
  idempotency_mismatch: INPUT,
  hash_mismatch: INPUT,
  unknown_kind: INPUT,
  app_outdated: INPUT,
  method_not_allowed: INPUT,
  unauthenticated: {
    title: { vi: 'Cần đăng nhập', en: 'Sign in first', zh: '请先登录' },
    todo: {
      vi: 'Đăng nhập rồi mở lại trang này.',
      en: 'Sign in, then open this page again.',
      zh: '请登录后重新打开本页。',
    },
  },
  forbidden: {
    title: { vi: 'Không có quyền', en: 'Not allowed', zh: '无权限' },
    todo: {
      vi: 'Nếu công việc của bạn cần quyền này, hãy nhờ người quản lý thành viên của đơn vị đổi vai trò hoặc địa bàn.',
      en: 'If your work needs this, ask whoever manages the members of your organisation to change your role or area.',
      zh: '如工作需要，请联系本单位成员管理人员调整您的角色或辖区。',
    },
  },
  not_found: {
    title: { vi: 'Không tìm thấy', en: 'Not found', zh: '未找到' },
    todo: {
      vi: 'Địa chỉ có thể đã cũ, hoặc mục này nằm ngoài địa bàn của bạn. Hãy tìm theo mã số hoặc tên.',
      en: 'The address may be old, or the matter lies outside your area. Search by code or name.',
      zh: '地址可能已失效，或该事项不在您的辖区内。请按注册编号或名称查找。',
    },
  },
  conflict: CHANGED,
  id_reused: CHANGED,
  other_account: CHANGED,
  parent_missing: CHANGED,
  photo_missing: CHANGED,
  needs_confirmation: CHANGED,
  batch_sealed: CHANGED,
  batch_incomplete: CHANGED,
  standing_stop: CHANGED,
  checks_open: CHANGED,
  no_active_key: CHANGED,
  payload_too_large: {
    title: { vi: 'Tệp quá lớn', en: 'The file is too large', zh: '文件过大' },
    todo: {
      vi: 'Chưa có gì được ghi. Hãy tách tệp, hoặc bỏ ảnh và trang tính không cần, rồi gửi lại.',
      en: 'Nothing was stored. Split the file, or take out pictures and sheets that are not needed, and send it again.',
      zh: '未保存任何内容。请拆分文件，或删除不需要的图片和工作表后重新提交。',
    },
  },
  too_many_requests: {
    title: { vi: 'Xin chờ một lát', en: 'One moment please', zh: '请稍候' },
    todo: {
      vi: 'Chờ hết thời gian nêu trên rồi thử lại; không cần gửi nhiều lần.',
      en: 'Wait for the time given, then try once more.',
      zh: '请等待上述时间后再试，无需重复提交。',
    },
  },
  internal: OURS,
  unavailable: OURS,
} as const satisfies Record<string, ProblemAdvice>

/** What somebody not signed in is told of an address that leads nowhere. */
export const OLD_LINK: LocalText = {
  vi: 'Đường dẫn có thể chưa đủ hoặc đã cũ. Hãy mở lại từ thư hoặc tin nhắn, hoặc hỏi người đã gửi.',
  en: 'The link may be incomplete or old. Open it again from the letter or message, or ask whoever sent it.',
  zh: '链接可能不完整或已失效。请从邮件或短信中重新打开，或询问发送者。',
}
