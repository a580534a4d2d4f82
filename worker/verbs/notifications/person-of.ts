import type { Person, VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { requireAny } from '../guard/authorise.ts'

/** The person who asks; messages and the first page are for people, not for machines or commands. */
export function personOf(ctx: Pick<VerbContext, 'actor'>): Person {
  requireAny(ctx, 'portal.use')
  const { actor } = ctx
  if (actor.kind === 'user') return actor
  throw new Problem({
    code: 'forbidden',
    text: {
      vi: 'Việc này chỉ dành cho người đã đăng nhập.',
      en: 'This is for people who have signed in.',
      zh: '此操作仅限已登录人员。',
    },
  })
}
