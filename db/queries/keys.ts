import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { signingKey } from '../schema/label.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import { insertOf, readOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type KeyRow = typeof signingKey.$inferSelect

/** Every key, newest first. Their number is small: one a quarter. */
export function listKeyRows(db: Database): Promise<KeyRow[]> {
  return db.select().from(signingKey).orderBy(sql`created_at DESC`, signingKey.kid)
}

export const readKey = readOf(signingKey, signingKey.kid)

export function readActiveKey(db: Database, authority: string): Promise<KeyRow | null> {
  const active = and(eq(signingKey.authority, authority), eq(signingKey.status, 'active'))
  return firstOf(db.select().from(signingKey).where(active).limit(1))
}

export async function hasKeys(db: Database, authority: string): Promise<boolean> {
  const [row] = await db
    .select({ kid: signingKey.kid })
    .from(signingKey)
    .where(eq(signingKey.authority, authority))
    .limit(1)
  return row !== undefined
}

export const insertKey = insertOf(signingKey)

/** Retires the authority's active key, if it has one. */
export function retireActiveKey(db: Database, input: { authority: string; at: number }): Statement {
  return db
    .update(signingKey)
    .set({ status: 'retired', retiredAt: input.at })
    .where(and(eq(signingKey.authority, input.authority), eq(signingKey.status, 'active')))
}

export function revokeKeyRow(
  db: Database,
  input: { kid: string; from: number; at: number },
): Statement {
  return db
    .update(signingKey)
    .set({ status: 'revoked', revokedAt: input.at, revokedFrom: input.from })
    .where(eq(signingKey.kid, input.kid))
}

/** Every key that ever signed a label, revoked ones too: the signature is judged before the trust. */
export function readPublicKeys(db: Database): Promise<{ kid: string; publicX: string }[]> {
  return db
    .select(pick(signingKey, 'kid', 'publicX'))
    .from(signingKey)
    .limit(10_000)
}
