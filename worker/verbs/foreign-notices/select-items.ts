import {
  type ItemFilter,
  type NoticeCode,
  selectItems,
} from '../../../db/queries/foreign-notice-items.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import { type ItemAct, itemAfter, statesFor } from '../../domain/foreign-notices/item-workflow.ts'
import { ITEM_STATES, type ItemState } from '../../domain/foreign-notices/kinds.ts'
import type { Reading } from '../context.ts'
import { editedMeanwhile } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { type OpenedNotice, openNotice } from './open-notice.ts'

/** What is meant by an act: a notice, and which of its codes. */
export type Meant = { readonly id: string; readonly filter: ItemFilter }

export type Selected = OpenedNotice & { readonly items: readonly NoticeCode[] }

/**
 * Of which state codes are meant where nobody says: those for which the act is the next step. Others,
 * for which it is a second thought, are named by their state or one by one.
 */
const NEXT: Partial<Record<ItemAct, readonly ItemState[]>> = {
  assign: ['received'],
  find_cause: ['assigned'],
  return: ['rechecked'],
}

/** The codes of a notice that are meant and that an act may be done to, as they stand now. */
export async function selectFor(
  ctx: Reading,
  { id, filter }: Meant,
  asked: { readonly act: ItemAct; readonly may: Permission },
): Promise<Selected> {
  const { act, may } = asked
  const opened = await openNotice(ctx, id, may)
  const isNamed = filter.item != null || filter.state != null || filter.holder != null
  const states = isNamed ? statesFor(act) : (NEXT[act] ?? statesFor(act))
  const { bounds } = opened
  const items = await selectItems(ctx.db, { noticeId: id, bounds, ...filter, states })
  return { ...opened, items: items.filter((item) => itemAfter(item, act) !== null) }
}

/** The codes of a notice that are meant and of which something holds, whatever their state. */
export async function selectWhere(
  ctx: Reading,
  { id, filter }: Meant,
  asked: { readonly may: Permission; readonly holds: (item: NoticeCode) => boolean },
): Promise<Selected> {
  const opened = await openNotice(ctx, id, asked.may)
  const { bounds } = opened
  const items = await selectItems(ctx.db, { noticeId: id, bounds, ...filter, states: ITEM_STATES })
  return { ...opened, items: items.filter(asked.holds) }
}

/** By which a selection is told from another one: how many, and how often they were changed. */
export function stampOf({ items }: Pick<Selected, 'items'>): string {
  return `${items.length}.${items.reduce((sum, { version }) => sum + version, 0)}`
}

/** Refuses where the codes are no longer those that were on the form. */
export function requireSeen(selected: Pick<Selected, 'items'>, texts: Texts): void {
  const { expected } = texts
  if (expected !== undefined && expected !== stampOf(selected)) throw editedMeanwhile()
}
