import type { Person, VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { requireAny } from '../guard/authorise.ts'

/** The person who acts on their own account; machines and the command line have none. */
export function selfOf(ctx: Pick<VerbContext, 'actor'>): Person {
  requireAny(ctx, 'portal.use')
  if (ctx.actor.kind === 'user') return ctx.actor
  throw new Problem({
    code: 'forbidden',
    text: {
      vi: 'Việc này chỉ dành cho người đã đăng nhập.',
      en: 'This is for people who are signed in.',
      zh: '此操作仅限已登录用户。',
    },
  })
}
