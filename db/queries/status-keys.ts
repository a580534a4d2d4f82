import { eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { statusKey } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { insertOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type StatusKeyRow = typeof statusKey.$inferSelect

const MOST = 1_000

/** Every key that signs or signed status lists, newest first. */
export function listStatusKeyRows(db: Database): Promise<StatusKeyRow[]> {
  return db.select().from(statusKey).orderBy(sql`created_at DESC`, statusKey.kid).limit(MOST)
}

export function readActiveStatusKey(db: Database): Promise<StatusKeyRow | null> {
  return firstOf(db.select().from(statusKey).where(eq(statusKey.status, 'active')).limit(1))
}

export const insertStatusKey = insertOf(statusKey)

/** Ends the active key, if there is one: retired, what it signed goes on to be verified; revoked, not. */
export function endActiveStatusKey(
  db: Database,
  input: { readonly as: 'retired' | 'revoked'; readonly at: number },
): Statement {
  return db
    .update(statusKey)
    .set({ status: input.as, retiredAt: input.at })
    .where(eq(statusKey.status, 'active'))
}

/** Ends every key there is as one that is not to be believed. */
export function revokeStatusKeys(db: Database, at: number): Statement {
  return db
    .update(statusKey)
    .set({ status: 'revoked', retiredAt: at })
    .where(sql`${statusKey.status} <> 'revoked'`)
}
