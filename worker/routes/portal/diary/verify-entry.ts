import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { verifyDiaryEntry } from '../../../verbs/diary/verify-diary-entry.ts'
import { actOnce } from '../act-once.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther } from '../show-portal-page.ts'
import { entryPath } from './diary-path.ts'

/** `POST /portal/diary/{id}/verify`: whoever checks diaries has seen today that it is so. */
export async function verifyEntry(portal: Portal): Promise<Response> {
  const { param, ctx } = portal
  const id = param('id')
  const verifiedOn = vietnamDateOf(ctx.now())
  await actOnce(portal, (once) =>
    verifyDiaryEntry({ ctx: once, input: { diaryEventId: id, verifiedOn } }),
  )
  return seeOther(portal, `${entryPath(id)}?done=verified`)
}
