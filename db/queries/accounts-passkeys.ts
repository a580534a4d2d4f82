import { and, eq } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { passkey } from '../schema/index.ts'
import { isStill } from './row-guards.ts'
import { deleteOf, insertPartOf, readOf, setOf } from './row-statements.ts'
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
export const readPasskey = readOf(passkey, passkey.credentialID)

export const insertPasskey = insertPartOf(passkey)

/** For a guard: the passkey is still there, and nothing was signed with it since it was read. */
export const passkeyIs = isStill(passkey, 'counter')

export const updateCounter = setOf(passkey, 'counter')

/** For a guard: the passkey is there and is that person's. */
export const passkeyIsOf = isStill(passkey, 'userId')

export function deletePasskey(
  db: Database,
  input: { readonly id: string; readonly userId: string },
): Statement {
  return db.delete(passkey).where(and(eq(passkey.id, input.id), eq(passkey.userId, input.userId)))
}

/** Takes away every passkey of a person. */
export const deletePasskeysOf = deleteOf(passkey, passkey.userId)
