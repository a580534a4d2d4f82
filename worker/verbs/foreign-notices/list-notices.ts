import { readEventsOf } from '../../../db/queries/code-status.ts'
import {
  type ItemFilter,
  listCommunesOf,
  listItems,
  type NoticeCode,
} from '../../../db/queries/foreign-notice-items.ts'
import {
  listNotices,
  type NoticeFilter,
  type NoticeItem,
} from '../../../db/queries/foreign-notices.ts'
import { toStatusEvent } from '../../domain/decisions/to-status-event.ts'
import { statusOn } from '../../domain/standing/status-on.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedLookup, DatedReading, Lookup, Reading } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { boundsOf } from '../guard/authorise.ts'
import { type OpenedNotice, openNotice } from './open-notice.ts'

/** Notices the actor has to do with, latest received first. */
export async function readNotices(
  ctx: Reading,
  asked: NoticeFilter & PageAsked,
): Promise<Page<NoticeItem>> {
  const bounds = boundsOf(ctx, 'foreign.read')
  return listPage(asked, { receivedOn: 'text', id: 'text' }, (page) =>
    listNotices(ctx.db, { ...asked, bounds, ...page }),
  )
}

/** A code of a notice with what holds for it today in the market of the notice; null where it is none. */
export type ListedItem = NoticeCode & { readonly status: CodeStatus | null }

/** Codes of a notice in the order of its list. */
export async function readItems(
  ctx: DatedReading,
  asked: ItemFilter & PageAsked & { readonly id: string },
): Promise<OpenedNotice & Page<ListedItem>> {
  const { id, ...filter } = asked
  const opened = await openNotice(ctx, id, 'foreign.read')
  const { bounds } = opened
  const found = await listPage(asked, { row: 'whole', id: 'text' }, (page) =>
    listItems(ctx.db, { ...filter, noticeId: id, bounds, ...page }),
  )
  const rows = await withStatus(ctx, { items: found.rows, market: opened.row.market })
  return { ...opened, rows, nextCursor: found.nextCursor }
}

/** Items with the status that their codes have today in a market. */
export async function withStatus(
  ctx: DatedLookup,
  { items, market }: { readonly items: readonly NoticeCode[]; readonly market: string },
): Promise<ListedItem[]> {
  const today = vietnamDateOf(ctx.now())
  const pairs = items.flatMap(({ codeId }) => (codeId === null ? [] : [{ codeId, market }]))
  const events = Map.groupBy(await readEventsOf(ctx.db, pairs), ({ codeId }) => codeId)
  return items.map((item) => {
    if (item.codeId === null) return { ...item, status: null }
    const own = events.get(item.codeId) ?? []
    return { ...item, status: statusOn(own.map(toStatusEvent), market, today) }
  })
}

/** The communes that codes of a notice lie in, each with how many, for whoever has opened it. */
export function communesOf({ db }: Lookup, { row, bounds }: OpenedNotice) {
  return listCommunesOf(db, { noticeId: row.id, bounds })
}
