import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { passkey } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

export type PasskeyRow = {
  readonly id: string
  readonly name: string | null
  readonly createdAt: number | null
}

export function listPasskeys(db: Database, userId: string): Promise<PasskeyRow[]> {
  return db.all<PasskeyRow>(sql`
    SELECT id, name, created_at AS createdAt FROM passkey WHERE user_id = ${userId}
    ORDER BY created_at, id LIMIT 50`)
}

/** What an answer of a passkey is checked against. */
export type StoredPasskey = {
  readonly id: string
  readonly userId: string
  /** As COSE says it (RFC 9052), in base64. */
  readonly publicKey: string
  readonly counter: number
}

export async function readPasskey(
  db: Database,
  credentialId: string,
): Promise<StoredPasskey | null> {
  const [row] = await db.all<StoredPasskey>(sql`
    SELECT id, user_id AS userId, public_key AS publicKey, counter FROM passkey
    WHERE credential_id = ${credentialId} LIMIT 1`)
  return row ?? null
}

/** Passkeys of a person as browsers know them, so that none is made twice on one device. */
export function listCredentials(
  db: Database,
  userId: string,
): Promise<{ credentialId: string; transports: string | null }[]> {
  return db.all(sql`
    SELECT credential_id AS credentialId, transports FROM passkey WHERE user_id = ${userId}
    ORDER BY created_at, id LIMIT 50`)
}

export function insertPasskey(db: Database, row: typeof passkey.$inferInsert): Statement {
  return db.insert(passkey).values(row)
}

/** For a guard: the passkey is still there, and nothing was signed with it since it was read. */
export function passkeyIs({ id, counter }: { readonly id: string; readonly counter: number }) {
  return sql`EXISTS (SELECT 1 FROM passkey WHERE id = ${id} AND counter = ${counter})`
}

export function updateCounter(
  db: Database,
  { id, counter }: { readonly id: string; readonly counter: number },
): Statement {
  return db.run(sql`UPDATE passkey SET counter = ${counter} WHERE id = ${id}`)
}

/** For a guard: the passkey is there and is that person's. */
export function passkeyIsOf(input: { readonly id: string; readonly userId: string }) {
  return sql`EXISTS (SELECT 1 FROM passkey WHERE id = ${input.id} AND user_id = ${input.userId})`
}

export function deletePasskey(
  db: Database,
  input: { readonly id: string; readonly userId: string },
): Statement {
  return db.run(sql`DELETE FROM passkey WHERE id = ${input.id} AND user_id = ${input.userId}`)
}

/** Takes away every passkey of a person. */
export function deletePasskeysOf(db: Database, userId: string): Statement {
  return db.run(sql`DELETE FROM passkey WHERE user_id = ${userId}`)
}
