import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { notification } from '../schema/index.ts'
import { isAfter, isBefore } from './place-in-list.ts'
import type { Statement } from './run-batch.ts'

export type NotificationRow = typeof notification.$inferSelect

/** A row's place in the list, newest first. */
export type NotificationPosition = Pick<NotificationRow, 'createdAt' | 'id'>

type Asked = {
  readonly organisationId: string
  readonly before: NotificationPosition | null
  readonly after: NotificationPosition | null
  readonly limit: number
}

/** Messages of an organisation strictly older than `before`, or strictly newer than `after`; newest first. */
export async function listNotifications(db: Database, asked: Asked): Promise<NotificationRow[]> {
  const rows = await listNotificationsQuery(db, asked)
  return asked.after === null ? rows : rows.reverse()
}

const PLACE = ['createdAt', 'id'] as const

export function listNotificationsQuery(db: Database, asked: Asked) {
  const { organisationId, before, after, limit } = asked
  // Read upwards from `after`: the page next to it, not the newest one.
  const [bound, order] =
    after === null
      ? [
          isBefore(notification, PLACE, before),
          sql`${notification.createdAt} DESC, ${notification.id} DESC`,
        ]
      : [isAfter(notification, PLACE, after), sql`${notification.createdAt}, ${notification.id}`]
  return db
    .select()
    .from(notification)
    .where(and(eq(notification.organisationId, organisationId), bound))
    .orderBy(order)
    .limit(limit)
}

/** Marks one message read; true when it is the organisation's, read before or not. */
export async function markNotificationRead(
  db: Database,
  input: { organisationId: string; id: string; readAt: number; readBy: string },
): Promise<boolean> {
  const { organisationId, id, readAt, readBy } = input
  const rows = await db
    .update(notification)
    .set({
      readAt: sql`coalesce(${notification.readAt}, ${readAt})`,
      readBy: sql`coalesce(${notification.readBy}, ${readBy})`,
    })
    .where(and(eq(notification.id, id), eq(notification.organisationId, organisationId)))
    .returning({ id: notification.id })
  return rows.length === 1
}

/** Marks all that came up to an instant: what arrived after the reader looked stays unread. */
export async function markNotificationsRead(
  db: Database,
  input: { organisationId: string; upTo: number; readAt: number; readBy: string },
): Promise<void> {
  const { organisationId, upTo, readAt, readBy } = input
  const isUnread = and(
    eq(notification.organisationId, organisationId),
    isNull(notification.readAt),
    lte(notification.createdAt, upTo),
  )
  await db.update(notification).set({ readAt, readBy }).where(isUnread)
}

/** A message, unless the organisation has one of its kind that nobody has read. */
export function insertMessageUnlessUnread(
  db: Database,
  row: Pick<
    NotificationRow,
    'id' | 'organisationId' | 'kind' | 'title' | 'body' | 'href' | 'createdAt'
  >,
): Statement {
  const { id, organisationId, kind, title, body, href, createdAt } = row
  return db.run(sql`
    INSERT INTO notification (id, organisation_id, kind, title, body, href, created_at)
    SELECT ${id}, ${organisationId}, ${kind}, ${JSON.stringify(title)}, ${JSON.stringify(body)},
      ${href}, ${createdAt}
    WHERE NOT EXISTS (SELECT 1 FROM notification n WHERE n.organisation_id = ${organisationId}
      AND n.read_at IS NULL AND n.kind = ${kind})`)
}
