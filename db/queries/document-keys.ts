import { desc, isNull, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { documentKey } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import { insertOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type DocumentKeyRow = typeof documentKey.$inferSelect

const MOST_KEYS = 1_000

/** Every key that ever signed a paper, newest first, without its private part. */
export function listDocumentKeys(db: Database) {
  return db
    .select(pick(documentKey, 'kid', 'publicX', 'createdAt', 'retiredAt', 'revokedAt'))
    .from(documentKey)
    .orderBy(desc(documentKey.createdAt), documentKey.kid)
    .limit(MOST_KEYS)
}

/** The key that signs now. */
export function readActiveDocumentKey(db: Database): Promise<DocumentKeyRow | null> {
  return firstOf(db.select().from(documentKey).where(isNull(documentKey.retiredAt)).limit(1))
}

export const insertDocumentKey = insertOf(documentKey)

/** Ends the key that signs now, if there is one; what it signed goes on to be verified. */
export function retireDocumentKey(db: Database, at: number): Statement {
  return db.update(documentKey).set({ retiredAt: at }).where(isNull(documentKey.retiredAt))
}

/** Ends every key there is as one that is not to be believed. */
export function revokeDocumentKeys(db: Database, at: number): Statement {
  return db
    .update(documentKey)
    .set({ revokedAt: at, retiredAt: sql`coalesce(${documentKey.retiredAt}, ${at})` })
    .where(isNull(documentKey.revokedAt))
}
