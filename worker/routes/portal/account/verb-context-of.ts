import type { VerbContext } from '../../../verbs/context.ts'
import type { Visit } from '../portal-route.ts'

/** What a verb needs that serves people not signed in: everything but who acts. */
export function verbContextOf({ deps }: Visit): Omit<VerbContext, 'actor'> {
  const { now, newId, giveWay, labelOrigin, kek } = deps
  return { db: deps.db(), source: 'portal', now, newId, giveWay, labelOrigin, kek }
}
