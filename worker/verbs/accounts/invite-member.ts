import * as z from 'zod'
import {
  insertInvitation,
  withdrawEarlierInvitations,
} from '../../../db/queries/accounts-invitations.ts'
import { ensureUser, findMember } from '../../../db/queries/accounts-members.ts'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import { OPERATOR_NAME } from '../../copy/portal/account-messages.ts'
import { ACCOUNT_REFUSALS } from '../../copy/refusals/accounts.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { change } from '../change.ts'
import type { Asking, Call } from '../context.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'
import { emailField, roleField } from './account-fields.ts'
import { requireGrant, requireMembersOf } from './member-refusals.ts'
import { newInvitationLink } from './new-invitation-link.ts'
import { resolvePlace } from './resolve-place.ts'

const schema = z.object({
  organisationId: z.string(),
  email: emailField,
  role: roleField,
  /** Code of a province; empty for everywhere. */
  province: z.string().optional(),
  /** Name of a commune of it; empty for all of it. */
  commune: z.string().optional(),
})

export type Invited = {
  readonly id: string
  /** Path of the link; it holds the secret and is nowhere else. */
  readonly path: string
  readonly expiresAt: number
}

/**
 * Invites somebody into an organisation by a link that is good for a week and once, and writes them
 * a letter with it. Whoever invites hands out nothing beyond their own role and place. An invitation
 * anew takes the place of an earlier one to the same address.
 */
export async function inviteMember({
  ctx,
  input,
  origin,
}: Call<z.input<typeof schema>> & {
  /** Where the link leads, `https://host[:port]`. */
  readonly origin: string
}): Promise<Invited> {
  requireMembersOf(ctx, input.organisationId)
  const { organisationId, email, role, province, commune } = parseInput(schema, input)
  const place = await resolvePlace(ctx, { role, province, commune })
  requireGrant(ctx, { role, place })
  const organisation = await readOrganisation(ctx.db, organisationId)
  if (organisation === null) throw notFound(THINGS.unit)
  if ((await findMember(ctx.db, { organisationId, email })) !== null) {
    throw invalidField('email', ACCOUNT_REFUSALS.alreadyMember)
  }
  const inviter = inviterOf(ctx)
  const id = ctx.newId()
  const link = await newInvitationLink(ctx, {
    ...{ origin, email, role },
    ...{ organisationName: organisation.name, inviterName: inviter.name },
  })
  const { path, secretHash, expiresAt } = link
  await change(ctx, {
    may: 'members.write',
    target: { organisationId, place: null },
    statements: [
      ensureUser(ctx.db, { ...inviter, at: ctx.now() }),
      withdrawEarlierInvitations(ctx.db, { organisationId, email }),
      insertInvitation(ctx.db, {
        ...{ id, secretHash, organizationId: organisationId, email, role, ...place },
        ...{ status: 'pending', inviterId: inviter.id },
        ...{ expiresAt: expiresAt, createdAt: ctx.now() },
      }),
      ...link.letter,
    ],
    audit: {
      action: 'member.invite',
      entity: 'organisation',
      entityId: organisationId,
      after: { email, role, ...place },
    },
  })
  return { id, path, expiresAt }
}

/** The command line invites too, before there is anybody: it stands as a user nobody can sign in as. */
const OPERATOR = {
  id: 'operator',
  name: OPERATOR_NAME,
  email: 'nguoi-van-hanh@goc.invalid',
} as const

function inviterOf({ actor }: Asking) {
  if (actor.kind !== 'user') return OPERATOR
  return { id: actor.userId, name: actor.name, email: actor.email }
}
