import {
  listNotifications,
  type NotificationPosition,
  type NotificationRow,
} from '../../../db/queries/notifications.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { Reading } from '../context.ts'
import { decodeCursor, encodeCursor, wholeKey } from '../documents/list-cursor.ts'
import { personOf } from './person-of.ts'

export type NotificationItem = {
  readonly id: string
  readonly kind: string
  readonly title: LocalText
  readonly body: LocalText
  readonly href: string | null
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly unread: boolean
}

export type NotificationPage = {
  readonly items: readonly NotificationItem[]
  /** Cursors of the pages beside this one; null at the ends. */
  readonly newer: string | null
  readonly older: string | null
}

const PAGE_SIZE = 20

/**
 * Messages of the organisation the person works for, newest first. `before` and `after` are cursors
 * of this list; throws `invalid_input` for others.
 */
export async function listMessages(
  ctx: Reading,
  input: { before: string | null; after: string | null },
): Promise<NotificationPage> {
  const { organisationId } = personOf(ctx)
  const before = readPosition(input.before)
  const after = before === null ? readPosition(input.after) : null
  // One row more than a page tells whether the list goes on in the direction it was read.
  const rows = await listNotifications(ctx.db, {
    ...{ organisationId, before, after },
    limit: PAGE_SIZE + 1,
  })
  const more = rows.length > PAGE_SIZE
  const page = after === null ? rows.slice(0, PAGE_SIZE) : rows.slice(more ? 1 : 0)
  const [first, last] = [page[0], page.at(-1)]
  const newer = after === null ? before !== null : more
  const older = after === null ? more : true
  return {
    items: page.map(toItem),
    newer: newer && first !== undefined ? cursorOf(first) : null,
    older: older && last !== undefined ? cursorOf(last) : null,
  }
}

function toItem(row: NotificationRow): NotificationItem {
  const { id, kind, title, body, href, createdAt, readAt } = row
  return {
    ...{ id, kind, href, createdAt, title, body },
    unread: readAt === null,
  }
}

function cursorOf({ createdAt, id }: NotificationRow): string {
  return encodeCursor([String(createdAt), id])
}

function readPosition(cursor: string | null): NotificationPosition | null {
  if (cursor === null) return null
  const [at = '', id = ''] = decodeCursor(cursor, 2)
  return { createdAt: wholeKey(at), id }
}
