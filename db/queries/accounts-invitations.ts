import { and, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../client.ts'
import { invitation, organisation, user } from '../schema/index.ts'
import { flag, type RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import { insertPartOf, setOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'
import { unitName } from './unit-name.ts'

const INVITATION = {
  id: invitation.id,
  organisationId: invitation.organizationId,
  organisationName: organisation.name,
  ...pick(invitation, 'email', 'role', 'provinceCode', 'communeCode'),
  provinceName: unitName('province', invitation.provinceCode),
  communeName: unitName('commune', invitation.communeCode),
  ...pick(invitation, 'status', 'expiresAt', 'createdAt'),
  inviterName: user.name,
}

export type InvitationRow = RowOf<typeof INVITATION>

export function readInvitation(db: Database, id: string): Promise<InvitationRow | null> {
  return firstOf(
    db
      .select(INVITATION)
      .from(invitation)
      .innerJoin(organisation, eq(organisation.id, invitation.organizationId))
      .innerJoin(user, eq(user.id, invitation.inviterId))
      .where(eq(invitation.id, id))
      .limit(1),
  )
}

/** Invitations of an organisation not yet answered and not over, newest first. */
export function listPendingInvitations(
  db: Database,
  input: { readonly organisationId: string; readonly now: number },
): Promise<InvitationRow[]> {
  return db
    .select(INVITATION)
    .from(invitation)
    .innerJoin(organisation, eq(organisation.id, invitation.organizationId))
    .innerJoin(user, eq(user.id, invitation.inviterId))
    .where(and(eq(invitation.organizationId, input.organisationId), isPending, notOver(input.now)))
    .orderBy(desc(invitation.createdAt), invitation.id)
    .limit(50)
}

const isPending = eq(invitation.status, 'pending')
const notOver = (now: number) => gt(invitation.expiresAt, now)

const invited = alias(user, 'invited')

/**
 * An invitation by the hash of its link's secret, with the account its address has, if any: one
 * statement, because between two the invitation may be accepted and make that account.
 */
export function readInvitationOfLink(db: Database, secretHash: string) {
  return firstOf(
    db
      .select({
        ...INVITATION,
        accountId: invited.id,
        accountName: invited.name,
        /** Whether the account belongs to an organisation, and so can sign in. */
        worksForSomebody: flag(
          sql`EXISTS (SELECT 1 FROM member w WHERE w.user_id = ${invited.id})`,
        ),
      })
      .from(invitation)
      .innerJoin(organisation, eq(organisation.id, invitation.organizationId))
      .innerJoin(user, eq(user.id, invitation.inviterId))
      .leftJoin(invited, eq(invited.email, invitation.email))
      .where(eq(invitation.secretHash, secretHash))
      .limit(1),
  )
}

export const insertInvitation = insertPartOf(invitation)

/** For a guard: the invitation is open at the moment of writing. */
export function invitationIsOpen(input: { readonly id: string; readonly now: number }): SQL {
  return sql`EXISTS (SELECT 1 FROM ${invitation}
    WHERE ${and(eq(invitation.id, input.id), isPending, notOver(input.now))})`
}

export const closeInvitation = setOf(invitation, 'status')

/** Gives an invitation another link: the one before opens nothing from then on. */
export const renewInvitationLink = setOf(invitation, 'secretHash', 'expiresAt')

/** An invitation anew takes the place of those before it. */
export function withdrawEarlierInvitations(
  db: Database,
  input: { readonly organisationId: string; readonly email: string },
): Statement {
  const { organisationId, email } = input
  const theirs = and(eq(invitation.email, email), eq(invitation.organizationId, organisationId))
  return db.update(invitation).set({ status: 'canceled' }).where(and(theirs, isPending))
}
