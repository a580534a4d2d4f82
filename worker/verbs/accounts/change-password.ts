import * as z from 'zod'
import {
  passwordIs,
  readPasswordHash,
  updatePassword,
} from '../../../db/queries/accounts-passwords.ts'
import { deleteSessionsOf } from '../../../db/queries/accounts-sessions.ts'
import { ACCOUNT_REFUSALS } from '../../copy/refusals/accounts.ts'
import { told } from '../../resources/told.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { tooBusy } from '../guard/refusals.ts'
import { newPasswordField } from './account-fields.ts'
import { hashPassword, passwordMatches } from './password-hash.ts'
import { selfOf } from './self.ts'

const schema = z.object({
  currentPassword: z.string().min(1, told(ACCOUNT_REFUSALS.currentMissing)).max(256),
  newPassword: newPasswordField,
})

/** Sets a new password for whoever knows the old one; every other session of theirs ends with it. */
export async function changePassword({
  ctx,
  input,
  sessionId,
}: Call<z.input<typeof schema>> & {
  /** The session that goes on. */
  readonly sessionId: string
}): Promise<void> {
  const { userId, email } = selfOf(ctx)
  const { currentPassword, newPassword } = parseInput(schema, input)
  const before = await readPasswordHash(ctx.db, userId)
  const right =
    before !== null && (await passwordMatches({ hash: before, password: currentPassword }))
  if (!right) throw invalidField('currentPassword', ACCOUNT_REFUSALS.currentWrong)
  if (newPassword === currentPassword || newPassword.toLowerCase() === email) {
    throw invalidField('newPassword', ACCOUNT_REFUSALS.passwordSame)
  }
  const hash = await hashPassword(newPassword)
  await change(ctx, {
    may: 'self',
    target: userId,
    guards: [{ holds: passwordIs({ userId, hash: before }), refusal: tooBusy }],
    statements: [
      updatePassword(ctx.db, { userId, hash, at: ctx.now() }),
      deleteSessionsOf(ctx.db, { userId, exceptId: sessionId }),
    ],
    audit: { action: 'account.password', entityId: userId },
  })
}
