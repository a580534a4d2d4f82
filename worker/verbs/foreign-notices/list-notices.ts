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
import type { DatedReading, Reading, VerbContext } from '../context.ts'
import { decodeCursor, pageOf, wholeKey } from '../documents/list-cursor.ts'
import { boundsOf } from '../guard/authorise.ts'
import { type OpenedNotice, openNotice } from './open-notice.ts'

type Reader = DatedReading
type Page = { readonly cursor: string | null; readonly limit: number }

/** Notices the actor has to do with, latest received first. */
export async function readNotices(
  ctx: Reading,
  asked: NoticeFilter & Page,
): Promise<{ readonly rows: readonly NoticeItem[]; readonly nextCursor: string | null }> {
  const { cursor, limit, ...filter } = asked
  const bounds = boundsOf(ctx, 'foreign.read')
  const [receivedOn = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const after = cursor === null ? null : { receivedOn, id }
  const rows = await listNotices(ctx.db, { ...filter, bounds, after, limit: limit + 1 })
  return pageOf(rows, { limit, keysOf: (row) => [row.receivedOn, row.id] })
}

/** A code of a notice with what holds for it today in the market of the notice; null where it is none. */
export type ListedItem = NoticeCode & { readonly status: CodeStatus | null }

/** Codes of a notice in the order of its list. */
export async function readItems(
  ctx: Reader,
  asked: ItemFilter & Page & { readonly id: string },
): Promise<
  OpenedNotice & { readonly rows: readonly ListedItem[]; readonly nextCursor: string | null }
> {
  const { id, cursor, limit, ...filter } = asked
  const opened = await openNotice(ctx, id, 'foreign.read')
  const [row = '', item = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const after = cursor === null ? null : { row: wholeKey(row), id: item }
  const { bounds } = opened
  const found = await listItems(ctx.db, {
    ...{ ...filter, noticeId: id, bounds },
    ...{ after, limit: limit + 1 },
  })
  const page = pageOf(found, { limit, keysOf: (each) => [String(each.row), each.id] })
  const rows = await withStatus(ctx, { items: page.rows, market: opened.row.market })
  return { ...opened, rows, nextCursor: page.nextCursor }
}

/** Items with the status that their codes have today in a market. */
export async function withStatus(
  ctx: Pick<VerbContext, 'db' | 'now'>,
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
export function communesOf({ db }: Pick<VerbContext, 'db'>, { row, bounds }: OpenedNotice) {
  return listCommunesOf(db, { noticeId: row.id, bounds })
}
