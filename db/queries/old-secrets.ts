import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { Statement } from './run-batch.ts'

/** Invitations of versions in which the row's id was the secret of the link; few at a time. */
export async function listUnhashedInvitations(db: Database, limit: number): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    sql`SELECT id FROM invitation WHERE secret_hash IS NULL LIMIT ${limit}`,
  )
  return rows.map(({ id }) => id)
}

/** The link goes on working: its secret is still the old id, of which only the hash is left. */
export function hashInvitation(
  db: Database,
  input: { readonly oldId: string; readonly newId: string; readonly secretHash: string },
): Statement {
  return db.run(sql`
    UPDATE invitation SET id = ${input.newId}, secret_hash = ${input.secretHash}
    WHERE id = ${input.oldId} AND secret_hash IS NULL`)
}

/** Letters that wait with a link in plain text, as earlier versions wrote them. */
export function listPlainSecretLetters(
  db: Database,
  limit: number,
): Promise<{ id: string; body: string }[]> {
  return db.all(sql`
    SELECT id, body FROM mail_outbox
    WHERE sent_at IS NULL AND sealed_body IS NULL
      AND (body LIKE '%/portal/invitations/%' OR body LIKE '%/portal/reset-password?token=%')
    LIMIT ${limit}`)
}

export function sealLetter(
  db: Database,
  input: { readonly id: string; readonly sealedBody: string },
): Statement {
  return db.run(sql`
    UPDATE mail_outbox SET body = '', sealed_body = ${input.sealedBody}
    WHERE id = ${input.id} AND sent_at IS NULL`)
}

/** What a backup of an earlier version brings back of letters long sent. */
export async function emptySentLetters(db: Database): Promise<void> {
  await db.run(sql`UPDATE mail_outbox SET body = '' WHERE sent_at IS NOT NULL AND body <> ''`)
}
