import type { LocalText } from '../../lib/text/local-text.ts'

/** Who may not do it. */
export const ACCESS_REFUSALS = {
  notSignedIn: {
    vi: 'Việc này chỉ dành cho người đã đăng nhập.',
    en: 'This is for people who have signed in.',
    zh: '此操作仅限已登录人员。',
  },
  noToken: {
    vi: 'Cần mã truy cập hợp lệ: Authorization: Bearer goc_…',
    en: 'A valid token is needed: Authorization: Bearer goc_…',
    zh: '需要有效的访问令牌：Authorization: Bearer goc_…',
  },
  accountMayNot: {
    vi: 'Tài khoản này không có quyền làm việc đó.',
    en: 'This account may not do that.',
    zh: '此账户无权执行该操作。',
  },
  askerMayNoMore: {
    vi: 'Người yêu cầu việc này không còn quyền làm việc đó.',
    en: 'Whoever asked for this may not do it any more.',
    zh: '提出此项工作的人已无相应权限。',
  },
  tokenMayNot: {
    vi: 'Mã truy cập không được làm việc này.',
    en: 'A token may not do this.',
    zh: '访问令牌无权执行此操作。',
  },
  tokenLacksScope: {
    vi: 'Mã truy cập thiếu quyền {scope}.',
    en: 'The token lacks the scope {scope}.',
    zh: '访问令牌缺少权限 {scope}。',
  },
  signedInOnly: {
    vi: 'Việc này chỉ dành cho người đã đăng nhập.',
    en: 'This is for people who are signed in.',
    zh: '此操作仅限已登录用户。',
  },
} as const satisfies Record<string, LocalText>
