import type { Database } from '../../../db/client.ts'
import { writeTokenUse } from '../../../db/queries/tokens.ts'

/** Told to the hour, so that a busy program does not write with every request. */
const HOUR_MS = 3_600_000

/**
 * Notes when a token was seen, at most once an hour. It changes nothing of anybody's, so it is none
 * for change() and the log; whether it could be noted is nothing to the caller.
 */
export async function noteTokenUse(
  db: Database,
  seen: { readonly id: string; readonly lastUsedAt: number | null; readonly now: number },
): Promise<void> {
  const { id, lastUsedAt, now } = seen
  if (lastUsedAt !== null && now - lastUsedAt < HOUR_MS) return
  await writeTokenUse(db, { id, at: now }).catch(() => undefined)
}
