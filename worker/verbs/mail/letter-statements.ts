import { insertLetters } from '../../../db/queries/mail-outbox.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import type { VerbContext } from '../context.ts'

export type NewLetter = { readonly to: string; readonly subject: string; readonly body: string }

/**
 * Letters to be sent after the deed, to stand in the same atomic batch as it. Nothing is sent here:
 * `sendLetters` does, and whatever mail server is away meanwhile loses none.
 */
export function letterStatements(
  ctx: Pick<VerbContext, 'db' | 'now' | 'newId'>,
  letters: readonly NewLetter[],
): Statement[] {
  if (letters.length === 0) return []
  const rows = letters.map(({ to, subject, body }) => ({
    ...{ id: ctx.newId(), toAddress: to, subject, body },
  }))
  return [insertLetters(ctx.db, { letters: rows, at: ctx.now() })]
}
