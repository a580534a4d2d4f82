import * as z from 'zod'
import { deletePasskeysOf } from '../../../db/queries/accounts-passkeys.ts'
import {
  deleteResetLink,
  readResetLink,
  resetLinkStands,
  updatePassword,
} from '../../../db/queries/accounts-passwords.ts'
import { deleteSessionsOf, readFirstMembership } from '../../../db/queries/accounts-sessions.ts'
import { ACCOUNT_REFUSALS } from '../../copy/refusals/accounts.ts'
import { change } from '../change.ts'
import type { DatedLookup, VerbContext } from '../context.ts'
import type { Problem } from '../errors.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { newPasswordField } from './account-fields.ts'
import { inTurn } from './in-turn.ts'
import { hashSecret } from './link-secret.ts'
import { hashPassword } from './password-hash.ts'
import { personOf } from './person-of.ts'

const schema = z.object({ newPassword: newPasswordField })

/** True while a link for a new password can be used. */
export async function resetLinkIsOpen({
  ctx,
  input,
}: {
  ctx: DatedLookup
  input: { readonly token: string }
}): Promise<boolean> {
  return (await openLink(ctx, input.token)) !== null
}

/**
 * Sets a new password by a link. Every session and passkey of the account ends with it, for whoever
 * asks may be locking somebody out who got in; the link is used up.
 */
export async function resetPassword({
  ctx,
  input,
}: {
  ctx: Omit<VerbContext, 'actor'>
  input: { readonly token: string } & z.input<typeof schema>
}): Promise<{ email: string }> {
  if ((await openLink(ctx, input.token)) === null) throw linkOver()
  const { newPassword } = parseInput(schema, input)
  return inTurn(() => setPassword(ctx, { token: input.token, newPassword }))
}

async function setPassword(
  ctx: Omit<VerbContext, 'actor'>,
  { token, newPassword }: { readonly token: string; readonly newPassword: string },
): Promise<{ email: string }> {
  const link = await openLink(ctx, token)
  const row = link === null ? null : await readFirstMembership(ctx.db, link.userId)
  const actor = row === null ? null : personOf(row)
  if (link === null || actor === null) throw linkOver()
  const { userId, email } = actor
  const hash = await hashPassword(newPassword)
  await change(
    { ...ctx, actor },
    {
      may: 'self',
      target: userId,
      guards: [{ holds: resetLinkStands(link.id), refusal: linkOver }],
      statements: [
        updatePassword(ctx.db, { userId, hash, at: ctx.now() }),
        deleteResetLink(ctx.db, link.id),
        deleteSessionsOf(ctx.db, { userId, exceptId: null }),
        deletePasskeysOf(ctx.db, userId),
      ],
      audit: { action: 'account.password_reset', entityId: userId },
    },
  )
  return { email }
}

async function openLink(ctx: DatedLookup, token: string) {
  return readResetLink(ctx.db, { secretHash: await hashSecret(token), now: ctx.now() })
}

function linkOver(): Problem {
  return conflict(ACCOUNT_REFUSALS.linkOver)
}
