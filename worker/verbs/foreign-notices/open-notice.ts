import { type NoticeCode, readItem } from '../../../db/queries/foreign-notice-items.ts'
import { type NoticeItem, readNotice } from '../../../db/queries/foreign-notices.ts'
import { FOREIGN_COPY as W } from '../../copy/portal/foreign-notices.ts'
import type { Bounds } from '../../domain/access/bounds.ts'
import type { Permission, Target } from '../../domain/access/permissions.ts'
import { numberOf } from '../cases/open-case.ts'
import { targetOf, targetOfPlace } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { boundsOf, mayDo, ownTarget } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

export type OpenedNotice = {
  readonly row: NoticeItem
  /** Which of its codes the actor has to do with. */
  readonly bounds: Bounds
  /** What is done to the notice as a whole is done to this: its case's place, else the actor's own. */
  readonly target: Target | null
  /** Of its case. */
  readonly number: string
}

/** A notice that the actor has to do with; any other is simply not there. */
export async function openNotice(ctx: Reading, id: string, to: Permission): Promise<OpenedNotice> {
  const bounds = boundsOf(ctx, to)
  const row = await readNotice(ctx.db, { id, bounds })
  if (row === null) throw notFound(W.noun)
  const ofCase = targetOfPlace(row)
  const target = mayDo(ctx.actor, to, ofCase) ? ofCase : ownTarget(ctx)
  return { row, bounds, target, number: numberOf(row) }
}

/** One code of a notice that the actor has to do with. */
export async function openItem(
  ctx: Reading,
  asked: { readonly noticeId: string; readonly id: string },
  to: Permission,
): Promise<OpenedNotice & { readonly item: NoticeCode }> {
  const opened = await openNotice(ctx, asked.noticeId, to)
  const item = await readItem(ctx.db, { ...asked, bounds: opened.bounds })
  if (item === null) throw notFound(W.itemNoun)
  return { ...opened, item }
}

/** An item is of its place, and of its holder once they were told of it. */
export function targetOfItem(
  item: Pick<NoticeCode, 'organisationId' | 'toldAt' | 'provinceCode' | 'communeCode'>,
): Target {
  return item.toldAt === null ? targetOfPlace(item) : targetOf(item)
}
