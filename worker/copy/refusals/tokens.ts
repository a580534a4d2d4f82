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
} as const satisfies Record<string, LocalText>
