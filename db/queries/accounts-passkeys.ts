import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { passkey } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import type { Statement } from './run-batch.ts'

export type PasskeyRow = typeof passkey.$inferSelect

/** Passkeys of a person, in the order they were added. */
export function listPasskeys(db: Database, userId: string): Promise<PasskeyRow[]> {
  return db
    .select()
    .from(passkey)
    .where(eq(passkey.userId, userId))
    .orderBy(passkey.createdAt, passkey.id)
    .limit(50)
}

/** By what its device calls it. */
export function readPasskey(db: Database, credentialId: string): Promise<PasskeyRow | null> {
  return firstOf(db.select().from(passkey).where(eq(passkey.credentialID, credentialId)).limit(1))
}

export function insertPasskey(db: Database, row: typeof passkey.$inferInsert): Statement {
  return db.insert(passkey).values(row)
}

/** For a guard: the passkey is still there, and nothing was signed with it since it was read. */
export function passkeyIs({ id, counter }: { readonly id: string; readonly counter: number }): SQL {
  return sql`EXISTS (SELECT 1 FROM passkey WHERE id = ${id} AND counter = ${counter})`
}

export function updateCounter(
  db: Database,
  { id, counter }: { readonly id: string; readonly counter: number },
): Statement {
  return db.update(passkey).set({ counter }).where(eq(passkey.id, id))
}

/** For a guard: the passkey is there and is that person's. */
export function passkeyIsOf(input: { readonly id: string; readonly userId: string }): SQL {
  return sql`EXISTS (SELECT 1 FROM passkey WHERE id = ${input.id} AND user_id = ${input.userId})`
}

export function deletePasskey(
  db: Database,
  input: { readonly id: string; readonly userId: string },
): Statement {
  return db.delete(passkey).where(and(eq(passkey.id, input.id), eq(passkey.userId, input.userId)))
}

/** Takes away every passkey of a person. */
export function deletePasskeysOf(db: Database, userId: string): Statement {
  return db.delete(passkey).where(eq(passkey.userId, userId))
}
