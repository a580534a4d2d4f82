import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
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
