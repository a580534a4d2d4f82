import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { mailOutbox } from '../schema/index.ts'
import { among } from './among.ts'
import { listed } from './listed.ts'
import type { Statement } from './run-batch.ts'

type Stored = typeof mailOutbox.$inferSelect

export type LetterRow = Pick<Stored, 'id' | 'toAddress' | 'subject' | 'body' | 'sealedBody'>
export type DueLetter = LetterRow & Pick<Stored, 'attempts'>

/** Puts letters into the outbox, due at once. */
export function insertLetters(
  db: Database,
  input: { readonly letters: readonly LetterRow[]; readonly at: number },
): Statement {
  const rows = input.letters.map((letter) => ({ ...letter, createdAt: input.at, dueAt: input.at }))
  return db.insert(mailOutbox).values(rows)
}

/**
 * Takes letters that are due, oldest first, and puts off their next try, so that two senders at once
 * do not take the same ones. A sender that is lost on the way loses none: they come due again.
 */
export async function takeDueLetters(
  db: Database,
  input: { readonly now: number; readonly limit: number; readonly retryAt: number },
): Promise<DueLetter[]> {
  const { now, limit, retryAt } = input
  const taken = await db
    .update(mailOutbox)
    .set({ dueAt: retryAt, attempts: sql`${mailOutbox.attempts} + 1` })
    .where(sql`sent_at IS NULL AND id IN (SELECT id FROM mail_outbox
      WHERE sent_at IS NULL AND due_at <= ${now} ORDER BY due_at LIMIT ${limit})`)
    .returning({ id: mailOutbox.id })
  if (taken.length === 0) return []
  // Read apart: a text that is not UTF-8 can be read here and not in RETURNING.
  return db
    .select()
    .from(mailOutbox)
    .where(isOneOf(taken.map(({ id }) => id)))
}

const isOneOf = (ids: readonly string[]) => sql`${mailOutbox.id} IN ${among(ids)}`

/** What was sent is not kept: only to whom, about what and when. */
export function markLettersSent(
  db: Database,
  input: { readonly ids: readonly string[]; readonly at: number },
): Statement {
  return db
    .update(mailOutbox)
    .set({ sentAt: input.at, body: '', sealedBody: null })
    .where(isOneOf(input.ids))
}

/** When letters that could not be sent are tried again. */
export function putOffLetters(
  db: Database,
  input: { readonly letters: readonly Pick<Stored, 'id' | 'dueAt'>[] },
): Statement {
  const { rows, of } = listed(input.letters)
  return db.run(sql`UPDATE mail_outbox SET due_at = ${of('dueAt')}
    FROM ${rows} WHERE mail_outbox.id = ${of('id')}`)
}
