import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, idOf, instant, localText } from './columns.ts'
import { organisation } from './organisation.ts'

/**
 * What the members of an organisation are told in the portal: one row a message, written in the same
 * atomic batch as the change it tells of. Listed newest first an organisation, the unread ones counted.
 */
export const notification = sqliteTable(
  'notification',
  {
    id: id(),
    organisationId: idOf(() => organisation.id),
    /** code_status, import, invitation, … */
    kind: text().notNull(),
    title: localText().notNull(),
    body: localText().notNull(),
    /** Path on this site where the task stands. */
    href: text(),
    createdAt: instant().notNull(),
    readAt: instant(),
    readBy: text(),
  },
  (t) => [
    index('notification_organisation').on(t.organisationId, t.createdAt, t.id),
    index('notification_unread').on(t.organisationId).where(sql`read_at IS NULL`),
  ],
)

/**
 * Letters to be sent. A row is written with the change and sent after it; what could not be sent is
 * tried again later, so a mail server that is away loses nothing. What a letter said is emptied once
 * it was sent; one with the secret of a link waits encrypted, so that a copy of the database opens
 * nothing.
 */
export const mailOutbox = sqliteTable(
  'mail_outbox',
  {
    id: id(),
    toAddress: text().notNull(),
    subject: text().notNull(),
    /** Empty when `sealedBody` stands in for it, and once the letter was sent. */
    body: text().notNull(),
    /** A JWE under GOC_KEK; only while the letter waits. */
    sealedBody: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    attempts: integer().notNull().default(0),
    /** When it is tried next. */
    dueAt: instant().notNull(),
  },
  (t) => [index('mail_outbox_due').on(t.dueAt).where(sql`sent_at IS NULL`)],
)
