import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a token is not made. */
export const TOKEN_REFUSALS = {
  scope: {
    vi: 'Quyền là một trong: {list}.',
    en: 'A scope is one of: {list}.',
    zh: '权限为以下之一：{list}。',
  },
  noScope: {
    vi: 'Cần ít nhất một quyền.',
    en: 'At least one scope is needed.',
    zh: '至少需要一项权限。',
  },
  beyond: {
    vi: 'Bạn không có quyền này nên không cấp được: {list}.',
    en: 'You cannot give what you may not do yourself: {list}.',
    zh: '您本人没有以下权限，无法授予：{list}。',
  },
  expiry: {
    vi: 'Hạn dùng là một ngày sau hôm nay, xa nhất {most} ngày.',
    en: 'The last day is after today, and at most {most} days ahead.',
    zh: '有效期须在今日之后，最长 {most} 天。',
  },
  tooMany: {
    vi: 'Đơn vị đã có {most} mã truy cập. Hãy thu hồi mã không dùng nữa.',
    en: 'The organisation has {most} tokens already. Revoke those no longer in use.',
    zh: '单位已有 {most} 个访问令牌。请撤销不再使用的令牌。',
  },
} as const satisfies Record<string, LocalText>
