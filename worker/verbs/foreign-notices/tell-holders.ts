import { areUntold, listUntold, markTold } from '../../../db/queries/foreign-notice-told.ts'
import { type NoticeItem, readNotice } from '../../../db/queries/foreign-notices.ts'
import { fillAll } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { marketName } from '../../copy/markets.ts'
import { FOREIGN_COPY as W } from '../../copy/portal/foreign-notices.ts'
import { changeUnlessMade } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { editedMeanwhile } from '../guard/refusals.ts'
import { noticePath } from './notice-path.ts'

/** Holders told in one atomic batch. */
const AT_ONCE = 50
const MOST_ROUNDS = 200

/**
 * Tells holders what they have to report on codes of theirs, once each: in the portal and by letter.
 * Stretch by stretch, each whole; cut off, it goes on with the next call or the daily job. Gives how
 * many were told.
 */
export async function tellHoldersOf(ctx: VerbContext, noticeId: string): Promise<number> {
  // Whoever may not work on the notice has not come here; what is told goes to its holders alone.
  const notice = await readNotice(ctx.db, { id: noticeId, bounds: null })
  if (notice === null) return 0
  let told = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await ctx.giveWay()
    const due = await listUntold(ctx.db, { noticeId, limit: AT_ONCE })
    if (due.length === 0) break
    if (!(await tellSome(ctx, notice, due))) break
    told += due.length
  }
  return told
}

type Due = { readonly organisationId: string | null; readonly count: number }

async function tellSome(
  ctx: VerbContext,
  notice: NoticeItem,
  due: readonly Due[],
): Promise<boolean> {
  const { id } = notice
  const holders = due.flatMap(({ organisationId }) => organisationId ?? [])
  const counts = new Map(due.map(({ organisationId, count }) => [organisationId, count]))
  // Somebody else may be telling them just now.
  return changeUnlessMade(ctx, {
    may: 'foreign.work',
    targets: [],
    guards: [{ holds: areUntold(id, holders), refusal: editedMeanwhile }],
    statements: [markTold(ctx.db, { noticeId: id, holders, at: ctx.now() })],
    audit: { action: 'foreign.told', entityId: id, after: { count: holders.length } },
    tell: holders.map((holderId) => ({
      ...{ holderId, kind: 'foreign_notice' as const, href: noticePath(id) },
      ...holderMessage(notice, counts.get(holderId) ?? 0),
    })),
  })
}

/** What a holder is told of codes of theirs. */
export function holderMessage(notice: NoticeItem, count: number) {
  const values = {
    count,
    number: notice.number,
    subject: notice.subject,
    market: inEach((lang) => marketName(notice.market, lang)),
    due: inEach((lang) => formatOn(notice.holderDueOn, lang)),
  }
  return { title: fillAll(W.holderTitle, values), body: fillAll(W.holderBody, values) }
}
