import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { verification } from '../schema/index.ts'
import { askBatch, runBatch } from './run-batch.ts'

const identifierOf = (secretHash: string) => `passkey:${secretHash}`

/** Keeps a challenge under the hash of what the browser was given to ask for it again. */
export async function insertChallenge(
  db: Database,
  row: {
    readonly id: string
    readonly secretHash: string
    readonly value: string
    readonly expiresAt: number
    readonly at: number
  },
): Promise<void> {
  const at = new Date(row.at)
  await runBatch(db, [
    db.insert(verification).values({
      ...{ id: row.id, identifier: identifierOf(row.secretHash), value: row.value },
      ...{ expiresAt: new Date(row.expiresAt), createdAt: at, updatedAt: at },
    }),
  ])
}

/** Takes a challenge away and tells what it was: of several askers, one is answered. */
export async function takeChallengeRow(
  db: Database,
  input: { readonly secretHash: string; readonly now: number },
): Promise<string | null> {
  // A batch of one, for it is tried again where another writer is in the way.
  const [taken] = await askBatch(db, [
    db.all(sql`
      DELETE FROM verification WHERE identifier = ${identifierOf(input.secretHash)}
      RETURNING value, expires_at > ${input.now} AS isOpen`),
  ])
  const [row] = taken as readonly { readonly value: string; readonly isOpen: number }[]
  return row?.isOpen === 1 ? row.value : null
}
