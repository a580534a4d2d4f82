import { desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { apiToken } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import type { Statement } from './run-batch.ts'

export type TokenRow = typeof apiToken.$inferSelect

export function insertToken(db: Database, row: TokenRow): Statement {
  return db.insert(apiToken).values(row)
}

export function readTokenByHash(db: Database, tokenHash: string): Promise<TokenRow | null> {
  return firstOf(db.select().from(apiToken).where(eq(apiToken.tokenHash, tokenHash)).limit(1))
}

export function readToken(db: Database, id: string): Promise<TokenRow | null> {
  return firstOf(db.select().from(apiToken).where(eq(apiToken.id, id)).limit(1))
}

export function listTokenRows(db: Database): Promise<TokenRow[]> {
  return db.select().from(apiToken).orderBy(desc(apiToken.createdAt), apiToken.id).limit(1_000)
}

export function revokeTokenRow(db: Database, input: { id: string; at: number }): Statement {
  return db.run(
    sql`UPDATE api_token SET revoked_at = ${input.at} WHERE id = ${input.id} AND revoked_at IS NULL`,
  )
}
