import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { invitation, mailOutbox } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

/** Invitations of versions in which the row's id was the secret of the link; few at a time. */
export async function listUnhashedInvitations(db: Database, limit: number): Promise<string[]> {
  const isOld = isNull(invitation.secretHash)
  const rows = await db.select({ id: invitation.id }).from(invitation).where(isOld).limit(limit)
  return rows.map(({ id }) => id)
}

/** The link goes on working: its secret is still the old id, of which only the hash is left. */
export function hashInvitation(
  db: Database,
  input: { readonly oldId: string; readonly newId: string; readonly secretHash: string },
): Statement {
  const { oldId, newId, secretHash } = input
  return db
    .update(invitation)
    .set({ id: newId, secretHash })
    .where(and(eq(invitation.id, oldId), isNull(invitation.secretHash)))
}

/** Letters that wait with a link in plain text, as earlier versions wrote them. */
export function listPlainSecretLetters(
  db: Database,
  limit: number,
): Promise<{ id: string; body: string }[]> {
  const { id, body, sentAt, sealedBody } = mailOutbox
  const hasLink = sql`(${body} LIKE '%/portal/invitations/%'
    OR ${body} LIKE '%/portal/reset-password?token=%')`
  return db
    .select({ id, body })
    .from(mailOutbox)
    .where(and(isNull(sentAt), isNull(sealedBody), hasLink))
    .limit(limit)
}

export function sealLetter(
  db: Database,
  input: { readonly id: string; readonly sealedBody: string },
): Statement {
  return db
    .update(mailOutbox)
    .set({ body: '', sealedBody: input.sealedBody })
    .where(and(eq(mailOutbox.id, input.id), isNull(mailOutbox.sentAt)))
}

/** What a backup of an earlier version brings back of letters long sent. */
export async function emptySentLetters(db: Database): Promise<void> {
  const isFull = and(isNotNull(mailOutbox.sentAt), ne(mailOutbox.body, ''))
  await db.update(mailOutbox).set({ body: '' }).where(isFull)
}
