import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { runBatch } from './run-batch.ts'

export type KeptAnswer = {
  readonly requestHash: string
  /** 0 while the first request is still at work. */
  readonly status: number
  readonly response: string
}

type Key = { readonly actor: string; readonly key: string }

export async function readKeptAnswer(
  db: Database,
  { actor, key }: Key,
): Promise<KeptAnswer | null> {
  const [row] = await db.all<KeptAnswer>(sql`
    SELECT request_hash AS requestHash, status, response FROM idempotency
    WHERE actor = ${actor} AND key = ${key}`)
  return row ?? null
}

/** Claims a key before the deed; a unique violation says that somebody has it. Old keys go on the way. */
export async function claimKey(
  db: Database,
  input: Key & { requestHash: string; at: number; keepMs: number },
): Promise<void> {
  await runBatch(db, [
    db.run(sql`DELETE FROM idempotency WHERE rowid IN (
      SELECT rowid FROM idempotency WHERE created_at < ${input.at - input.keepMs} LIMIT 100)`),
    db.run(sql`INSERT INTO idempotency (actor, key, request_hash, status, response, created_at)
      VALUES (${input.actor}, ${input.key}, ${input.requestHash}, 0, '', ${input.at})`),
  ])
}

export async function keepAnswer(
  db: Database,
  input: Key & { status: number; response: string },
): Promise<void> {
  await db.run(sql`UPDATE idempotency SET status = ${input.status}, response = ${input.response}
    WHERE actor = ${input.actor} AND key = ${input.key}`)
}

/** Gives a key back after a refusal, which changed nothing. */
export async function releaseKey(db: Database, { actor, key }: Key): Promise<void> {
  await db.run(sql`DELETE FROM idempotency WHERE actor = ${actor} AND key = ${key} AND status = 0`)
}
