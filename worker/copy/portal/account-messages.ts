import type { LocalText } from '../../lib/text/local-text.ts'

/** What an organisation is told of its members. */
export const ACCOUNT_MESSAGES = {
  joined: { vi: '{name} đã vào đơn vị', en: '{name} has joined', zh: '{name} 已加入' },
  joinedBody: {
    vi: '{name} đã nhận lời mời, vai trò {role}.',
    en: '{name} accepted the invitation as {role}.',
    zh: '{name} 已接受邀请，角色为{role}。',
  },
} as const satisfies Record<string, LocalText>

/** Who invited, where it was done at the command line. Stored as the name of an account, so in one language. */
export const OPERATOR_NAME = 'Người vận hành hệ thống'
