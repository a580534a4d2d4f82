import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { mailOutbox } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

export type LetterRow = {
  readonly id: string
  readonly toAddress: string
  readonly subject: string
  /** Empty where `sealedBody` stands in for it. */
  readonly body: string
  readonly sealedBody: string | null
}

/** Puts letters into the outbox, due at once. */
export function insertLetters(
  db: Database,
  input: { readonly letters: readonly LetterRow[]; readonly at: number },
): Statement {
  const rows = input.letters.map((letter) => ({ ...letter, createdAt: input.at, dueAt: input.at }))
  return db.insert(mailOutbox).values(rows)
}

export type DueLetter = LetterRow & { readonly attempts: number }

/**
 * Takes letters that are due, oldest first, and puts off their next try, so that two senders at once
 * do not take the same ones. A sender that is lost on the way loses none: they come due again.
 */
export async function takeDueLetters(
  db: Database,
  input: { readonly now: number; readonly limit: number; readonly retryAt: number },
): Promise<DueLetter[]> {
  const { now, limit, retryAt } = input
  const taken = await db.all<{ id: string }>(sql`
    UPDATE mail_outbox SET due_at = ${retryAt}, attempts = attempts + 1
    WHERE sent_at IS NULL AND id IN (SELECT id FROM mail_outbox
      WHERE sent_at IS NULL AND due_at <= ${now} ORDER BY due_at LIMIT ${limit})
    RETURNING id`)
  if (taken.length === 0) return []
  // Read apart: a text that is not UTF-8 can be read here and not in RETURNING.
  const ids = JSON.stringify(taken.map(({ id }) => id))
  return db.all<DueLetter>(sql`
    SELECT id, to_address AS toAddress, subject, body, sealed_body AS sealedBody, attempts
    FROM mail_outbox WHERE id IN (SELECT value FROM json_each(${ids}))`)
}

/** What was sent is not kept: only to whom, about what and when. */
export function markLettersSent(
  db: Database,
  input: { readonly ids: readonly string[]; readonly at: number },
): Statement {
  return db.run(sql`UPDATE mail_outbox SET sent_at = ${input.at}, body = '', sealed_body = NULL
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(input.ids)}))`)
}

/** When letters that could not be sent are tried again. */
export function putOffLetters(
  db: Database,
  input: { readonly letters: readonly { readonly id: string; readonly dueAt: number }[] },
): Statement {
  const rows = JSON.stringify(input.letters.map(({ id, dueAt }) => [id, dueAt]))
  return db.run(sql`UPDATE mail_outbox SET due_at = value->>1
    FROM json_each(${rows}) WHERE mail_outbox.id = value->>0`)
}
