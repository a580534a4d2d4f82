import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'

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
  const over = sql`last_request <= ${now - windowMs}`
  const [row] = await db.all<Attempts>(sql`
    INSERT INTO rate_limit (id, key, count, last_request) VALUES (${key}, ${key}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN ${over} THEN 1 ELSE count + 1 END,
      last_request = CASE WHEN ${over} THEN ${now} ELSE last_request END
    RETURNING count, last_request AS since`)
  return row ?? { count: 1, since: now }
}

/** Forgets the attempts under a key: the right password was given after all. */
export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await db.run(sql`DELETE FROM rate_limit WHERE key = ${key}`)
}

/** Takes away what is over: counters, sessions, links for new passwords. For the daily job. */
export async function deleteStaleAccountRows(db: Database, now: number): Promise<void> {
  const dayAgo = now - 86_400_000
  await db.batch([
    db.run(sql`DELETE FROM rate_limit WHERE last_request < ${dayAgo}`),
    db.run(sql`DELETE FROM session WHERE expires_at < ${now}`),
    db.run(sql`DELETE FROM verification WHERE expires_at < ${dayAgo}`),
  ])
}
