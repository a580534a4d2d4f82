import { insertLetters } from '../../../db/queries/mail-outbox.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import type { VerbContext } from '../context.ts'
import { sealUnderKek } from '../keys/under-kek.ts'

export type NewLetter = { readonly to: string; readonly subject: string; readonly body: string }

/**
 * Letters to be sent after the change, to stand in the same atomic batch as it. Nothing is sent here:
 * `sendLetters` does, and whatever mail server is away meanwhile loses none.
 */
export function letterStatements(
  ctx: Pick<VerbContext, 'db' | 'now' | 'newId'>,
  letters: readonly NewLetter[],
): Statement[] {
  if (letters.length === 0) return []
  const rows = letters.map(({ to, subject, body }) => ({
    ...{ id: ctx.newId(), toAddress: to, subject, body, sealedBody: null },
  }))
  return [insertLetters(ctx.db, { letters: rows, at: ctx.now() })]
}

/** A letter that holds a secret, such as a link that opens an account: it waits encrypted. */
export async function secretLetterStatements(
  ctx: Pick<VerbContext, 'db' | 'now' | 'newId' | 'kek'>,
  { to, subject, body }: NewLetter,
): Promise<Statement[]> {
  const sealedBody = await sealUnderKek(ctx.kek, new TextEncoder().encode(body))
  const row = { id: ctx.newId(), toAddress: to, subject, body: '', sealedBody }
  return [insertLetters(ctx.db, { letters: [row], at: ctx.now() })]
}
