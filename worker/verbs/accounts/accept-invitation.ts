import * as z from 'zod'
import { closeInvitation, invitationIsOpen } from '../../../db/queries/accounts-invitations.ts'
import { insertMember, insertUser } from '../../../db/queries/accounts-members.ts'
import { insertPassword, readPasswordHash } from '../../../db/queries/accounts-passwords.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { ACCOUNT_MESSAGES } from '../../copy/portal/account-messages.ts'
import { ROLE_NAMES } from '../../copy/portal/common.ts'
import { MEMBER_COPY } from '../../copy/portal/member.ts'
import { ACCOUNT_REFUSALS } from '../../copy/refusals/accounts.ts'
import { change } from '../change.ts'
import type { Lookup, Person, VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict, tooBusy } from '../guard/refusals.ts'
import { newPasswordField, personNameField } from './account-fields.ts'
import { inTurn } from './in-turn.ts'
import { hashPassword, passwordMatches } from './password-hash.ts'
import { type InvitationView, showInvitation } from './show-invitation.ts'

const newcomerSchema = z.object({ name: personNameField, password: newPasswordField })

/** Anybody who holds the link; `person` is whoever is signed in, if somebody is. */
type Input = {
  /** Of the link. */
  readonly secret: string
  readonly person: Person | null
  readonly name?: string
  readonly password?: string
}

/**
 * Accepts an invitation: somebody new gets an account with a name and a password, somebody known must
 * be signed in under the invited address or, where they belong to no organisation and so cannot sign
 * in, give their password. A link is used once: of two at the same moment one is told.
 */
export async function acceptInvitation({
  ctx,
  input,
}: {
  ctx: Omit<VerbContext, 'actor'>
  input: Input
}): Promise<{ email: string; organisationId: string }> {
  const { state } = await showInvitation({ ctx, input })
  if (state !== 'open') throw notOpen(state)
  return inTurn(() => accept(ctx, input))
}

async function accept(
  ctx: Omit<VerbContext, 'actor'>,
  input: Input,
): Promise<{ email: string; organisationId: string }> {
  const view = await showInvitation({ ctx, input })
  if (view.state !== 'open') throw notOpen(view.state)
  const { account } = view
  if (account !== null && input.person?.userId !== account.id) {
    if (!view.returning) throw mustSignIn(view.row.email)
    await requirePassword(ctx, { userId: account.id, password: input.password ?? '' })
  }
  const joiner =
    account === null
      ? await newcomer(ctx, view, input)
      : { userId: account.id, name: account.name, statements: [] }
  await write(ctx, { view, joiner, refusal: () => refusalNow(ctx, input, view) })
  return { email: view.row.email, organisationId: view.row.organisationId }
}

/** Answered or changed meanwhile, very likely by the same press of the button: what became of it. */
async function refusalNow(
  ctx: Omit<VerbContext, 'actor'>,
  input: Input,
  before: InvitationView,
): Promise<Problem> {
  const { state, account, row } = await showInvitation({ ctx, input })
  if (state !== 'open') return notOpen(state)
  // By another invitation, at this moment.
  if (before.account === null && account !== null) return mustSignIn(row.email)
  return account === null ? tooBusy() : conflict(ACCOUNT_REFUSALS.alreadyMember)
}

async function requirePassword(
  ctx: Lookup,
  { userId, password }: { readonly userId: string; readonly password: string },
): Promise<void> {
  const hash = await readPasswordHash(ctx.db, userId)
  if (hash !== null && (await passwordMatches({ hash, password }))) return
  throw invalidField('password', ACCOUNT_REFUSALS.accountPassword)
}

/** Who becomes a member, and what makes their account where they have none. */
type Joiner = {
  readonly userId: string
  readonly name: string
  readonly statements: readonly Statement[]
}

async function newcomer(
  ctx: Omit<VerbContext, 'actor'>,
  view: InvitationView,
  input: Input,
): Promise<Joiner> {
  const fields = parseInput(newcomerSchema, {
    name: input.name ?? '',
    password: input.password ?? '',
  })
  const { email } = view.row
  if (fields.password.toLowerCase() === email) {
    throw invalidField('password', ACCOUNT_REFUSALS.passwordIsEmail)
  }
  const userId = ctx.newId()
  const at = ctx.now()
  const hash = await hashPassword(fields.password)
  const statements = [
    insertUser(ctx.db, { id: userId, name: fields.name, email, at }),
    insertPassword(ctx.db, { id: ctx.newId(), userId, hash, at }),
  ]
  return { userId, name: fields.name, statements }
}

async function write(
  ctx: Omit<VerbContext, 'actor'>,
  accepted: {
    readonly view: InvitationView
    readonly joiner: Joiner
    readonly refusal: () => Promise<Problem>
  },
): Promise<void> {
  const { view, refusal } = accepted
  const { userId, name, statements } = accepted.joiner
  const { id, email, role, organisationId, organisationName, provinceCode, communeCode } = view.row
  const place = { provinceCode, communeCode }
  const actor: Person = {
    ...{ kind: 'user', userId, name, email, role, organisationId, organisationName, place },
  }
  const memberId = ctx.newId()
  await change(
    { ...ctx, actor },
    {
      may: 'self',
      target: userId,
      guards: [{ holds: invitationIsOpen({ id, now: ctx.now() }), refusal }],
      statements: [
        ...statements,
        insertMember(ctx.db, {
          ...{ id: memberId, organizationId: organisationId, userId, role, ...place },
          createdAt: ctx.now(),
        }),
        closeInvitation(ctx.db, { id, status: 'accepted' }),
      ],
      audit: {
        action: 'member.accept',
        entity: 'member',
        entityId: memberId,
        after: { organisationId, email, role, ...place },
      },
      tell: [joined({ organisationId, name, role })],
      taken: refusal,
      otherwise: refusal,
    },
  )
}

function joined(input: { organisationId: string; name: string; role: Person['role'] }) {
  const { organisationId, name, role } = input
  return {
    organisationId,
    kind: 'member' as const,
    title: fillAll(ACCOUNT_MESSAGES.joined, { name }),
    body: fillAll(ACCOUNT_MESSAGES.joinedBody, {
      name,
      role: inEach((lang) => ROLE_NAMES[role][lang].toLowerCase()),
    }),
    href: '/portal/members' as const,
  }
}

function notOpen(state: Exclude<InvitationView['state'], 'open'>): Problem {
  switch (state) {
    case 'used':
      return conflict(MEMBER_COPY.used)
    case 'withdrawn':
      return conflict(MEMBER_COPY.isWithdrawn)
    case 'expired':
      return conflict(MEMBER_COPY.expired)
  }
}

function mustSignIn(email: string): Problem {
  return new Problem({
    code: 'conflict',
    text: fillAll(ACCOUNT_REFUSALS.mustSignIn, { email }),
  })
}
