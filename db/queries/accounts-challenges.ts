import { eq, gt } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { verification } from '../schema/index.ts'
import { flag } from './fields.ts'
import { askBatch, runBatch } from './run-batch.ts'

const identifierOf = (secretHash: string) => `passkey:${secretHash}`

/** Keeps a challenge under the hash of what the browser was given to ask for it again. */
export async function insertChallenge(
  db: Database,
  row: Pick<typeof verification.$inferInsert, 'id' | 'value' | 'expiresAt'> & {
    readonly secretHash: string
    readonly at: number
  },
): Promise<void> {
  const { secretHash, at, ...challenge } = row
  const identifier = identifierOf(secretHash)
  const stored = { ...challenge, identifier, createdAt: at, updatedAt: at }
  await runBatch(db, [db.insert(verification).values(stored)])
}

/** Takes a challenge away and tells what it was: of several askers, one is answered. */
export async function takeChallengeRow(
  db: Database,
  input: { readonly secretHash: string; readonly now: number },
): Promise<string | null> {
  const isOpen = flag(gt(verification.expiresAt, input.now))
  // A batch of one, for it is tried again where another writer is in the way.
  const [[row]] = await askBatch(db, [
    db
      .delete(verification)
      .where(eq(verification.identifier, identifierOf(input.secretHash)))
      .returning({ value: verification.value, isOpen }),
  ])
  return row?.isOpen === true ? row.value : null
}
