import * as z from 'zod'
import { findUser } from '../../../db/queries/accounts-members.ts'
import { insertResetLink, readPasswordHash } from '../../../db/queries/accounts-passwords.ts'
import { readFirstMembership } from '../../../db/queries/accounts-sessions.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { newPasswordLetter } from '../../copy/portal/account-letters.ts'
import type { VerbContext } from '../context.ts'
import { parseInput } from '../guard/parse-input.ts'
import { secretLetterStatements } from '../mail/letter-statements.ts'
import { emailField } from './account-fields.ts'
import { hashSecret, newSecret } from './link-secret.ts'

const HOUR_MS = 3_600_000

export const newPasswordRequestInput = z.object({ email: emailField })

/**
 * Writes a letter with a link for a new password, good for an hour and once, to whoever has an
 * account with a password. What it answers does not tell whether the address has one; the path of the
 * link is for the command line alone.
 */
export async function requestNewPassword({
  ctx,
  input,
  origin,
}: {
  ctx: Pick<VerbContext, 'db' | 'now' | 'newId' | 'kek'>
  input: z.input<typeof newPasswordRequestInput>
  origin: string
}): Promise<{ path: string } | null> {
  const { email } = parseInput(newPasswordRequestInput, input)
  const user = await findUser(ctx.db, email)
  if (user === null) return null
  const [membership, hash] = await Promise.all([
    readFirstMembership(ctx.db, user.id),
    readPasswordHash(ctx.db, user.id),
  ])
  if (membership === null || hash === null) return null
  const secret = newSecret()
  const path = `/portal/reset-password?token=${secret}`
  const at = ctx.now()
  const letter = newPasswordLetter({ name: user.name, url: `${origin}${path}` })
  const link = { id: ctx.newId(), secretHash: await hashSecret(secret), userId: user.id }
  // Nobody is signed in and nothing of the account changes: no change for `change()` to ask a right for.
  await runBatch(ctx.db, [
    insertResetLink(ctx.db, { ...link, expiresAt: at + HOUR_MS, at }),
    ...(await secretLetterStatements(ctx, { to: email, ...letter })),
  ])
  return { path }
}
