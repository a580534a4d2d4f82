import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'

export type NotificationRow = {
  readonly id: string
  readonly kind: string
  /** {vi,en,zh} as JSON. */
  readonly title: string
  /** {vi,en,zh} as JSON. */
  readonly body: string
  readonly href: string | null
  readonly createdAt: number
  readonly readAt: number | null
}

/** A row's place in the list, newest first. */
export type NotificationPosition = { readonly createdAt: number; readonly id: string }

/** Messages of an organisation strictly older than `before`, or strictly newer than `after`; newest first. */
export async function listNotifications(
  db: Database,
  input: {
    organisationId: string
    before: NotificationPosition | null
    after: NotificationPosition | null
    limit: number
  },
): Promise<NotificationRow[]> {
  const rows = await db.all<NotificationRow>(listNotificationsQuery(input))
  return input.after === null ? rows : rows.reverse()
}

export function listNotificationsQuery(input: Parameters<typeof listNotifications>[1]): SQL {
  const { organisationId, before, after, limit } = input
  // Read upwards from `after`: the page next to it, not the newest one.
  const [bound, order] =
    after === null
      ? [olderThan(before), sql`created_at DESC, id DESC`]
      : [sql`(created_at, id) > (${after.createdAt}, ${after.id})`, sql`created_at, id`]
  return sql`SELECT id, kind, title, body, href, created_at AS createdAt, read_at AS readAt
    FROM notification WHERE organisation_id = ${organisationId} AND ${bound}
    ORDER BY ${order} LIMIT ${limit}`
}

function olderThan(before: NotificationPosition | null): SQL {
  return before === null ? sql`true` : sql`(created_at, id) < (${before.createdAt}, ${before.id})`
}

/** Marks one message read; true when it is the organisation's, read before or not. */
export async function markNotificationRead(
  db: Database,
  input: { organisationId: string; id: string; readAt: number; readBy: string },
): Promise<boolean> {
  const { organisationId, id, readAt, readBy } = input
  const rows = await db.all<{ id: string }>(sql`UPDATE notification
    SET read_at = coalesce(read_at, ${readAt}), read_by = coalesce(read_by, ${readBy})
    WHERE id = ${id} AND organisation_id = ${organisationId} RETURNING id`)
  return rows.length === 1
}

/** Marks all that came up to an instant: what arrived after the reader looked stays unread. */
export async function markNotificationsRead(
  db: Database,
  input: { organisationId: string; upTo: number; readAt: number; readBy: string },
): Promise<void> {
  const { organisationId, upTo, readAt, readBy } = input
  await db.run(sql`UPDATE notification SET read_at = ${readAt}, read_by = ${readBy}
    WHERE organisation_id = ${organisationId} AND read_at IS NULL AND created_at <= ${upTo}`)
}
