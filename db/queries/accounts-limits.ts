import { eq, lt, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { rateLimit, session, verification } from '../schema/index.ts'

/** How often a key was counted in its window, and when the window began (epoch milliseconds). */
export type Attempts = { readonly count: number; readonly since: number }

/**
 * Counts one attempt under a key and tells how many there were in its window; a window that is over
 * begins anew. One statement, so attempts at the same moment are all counted.
 */
export async function countAttempt(
  db: Database,
  input: { readonly key: string; readonly windowMs: number; readonly now: number },
): Promise<Attempts> {
  const { key, windowMs, now } = input
  const over = sql`${rateLimit.lastRequest} <= ${now - windowMs}`
  const [row] = await db
    .insert(rateLimit)
    .values({ id: key, key, count: 1, lastRequest: now })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        count: sql`CASE WHEN ${over} THEN 1 ELSE ${rateLimit.count} + 1 END`,
        lastRequest: sql`CASE WHEN ${over} THEN ${now} ELSE ${rateLimit.lastRequest} END`,
      },
    })
    .returning({ count: rateLimit.count, since: rateLimit.lastRequest })
  return row ?? { count: 1, since: now }
}

/** Forgets the attempts under a key: the right password was given after all. */
export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await db.delete(rateLimit).where(eq(rateLimit.key, key))
}

/** Takes away what is over: counters, sessions, links for new passwords. For the daily job. */
export async function deleteStaleAccountRows(db: Database, now: number): Promise<void> {
  const dayAgo = now - 86_400_000
  await db.batch([
    db.delete(rateLimit).where(lt(rateLimit.lastRequest, dayAgo)),
    db.delete(session).where(lt(session.expiresAt, now)),
    db.delete(verification).where(lt(verification.expiresAt, dayAgo)),
  ])
}
