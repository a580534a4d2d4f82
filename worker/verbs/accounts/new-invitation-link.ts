import type { Statement } from '../../../db/queries/run-batch.ts'
import { invitationLetter } from '../../copy/portal/account-letters.ts'
import { ROLE_NAMES } from '../../copy/portal/common.ts'
import type { Role } from '../../domain/access/roles.ts'
import { formatDate } from '../../lib/time/format-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { secretLetterStatements } from '../mail/letter-statements.ts'
import { hashSecret, newSecret } from './link-secret.ts'

const DAYS = 7
const DAY_MS = 86_400_000

export type InvitationLink = {
  /** Holds the secret: for whoever made the invitation, this once. */
  readonly path: string
  readonly secretHash: string
  readonly expiresAt: number
  /** The letter that takes the link to whoever is invited. */
  readonly letter: readonly Statement[]
}

/** A link that is good for a week and once, and the letter with it. Only its hash is to be stored. */
export async function newInvitationLink(
  ctx: VerbContext,
  input: {
    readonly origin: string
    readonly email: string
    readonly role: Role
    readonly organisationName: string
    readonly inviterName: string
  },
): Promise<InvitationLink> {
  const { origin, email, role, organisationName, inviterName } = input
  const secret = newSecret()
  const path = `/portal/invitations/${secret}`
  const expiresAt = ctx.now() + DAYS * DAY_MS
  const letter = await secretLetterStatements(ctx, {
    to: email,
    ...invitationLetter({
      inviterName,
      organisationName,
      roleName: ROLE_NAMES[role].vi,
      url: `${origin}${path}`,
      until: formatDate(vietnamDateOf(expiresAt)),
    }),
  })
  return { path, secretHash: await hashSecret(secret), expiresAt, letter }
}
