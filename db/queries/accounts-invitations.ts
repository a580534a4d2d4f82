import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { invitation } from '../schema/index.ts'
import { PLACE_NAMES } from './accounts-members.ts'
import type { Statement } from './run-batch.ts'

export type InvitationRow = {
  readonly id: string
  readonly organisationId: string
  readonly organisationName: string
  readonly email: string
  readonly role: string | null
  readonly provinceCode: string | null
  readonly communeCode: string | null
  readonly provinceName: string | null
  readonly communeName: string | null
  readonly status: string
  readonly expiresAt: number
  readonly createdAt: number
  readonly inviterName: string
}

const INVITATION = sql`i.id, i.organization_id AS organisationId, o.name AS organisationName,
  i.email, i.role, i.province_code AS provinceCode, i.commune_code AS communeCode, i.status,
  i.expires_at AS expiresAt, i.created_at AS createdAt, u.name AS inviterName, ${PLACE_NAMES('i')}`

const FROM = sql`FROM invitation i JOIN organisation o ON o.id = i.organization_id
  JOIN user u ON u.id = i.inviter_id`

export async function readInvitation(db: Database, id: string): Promise<InvitationRow | null> {
  const [row] = await db.all<InvitationRow>(
    sql`SELECT ${INVITATION} ${FROM} WHERE i.id = ${id} LIMIT 1`,
  )
  return row ?? null
}

/** An invitation and the account its address has, if any. */
export type InvitedRow = InvitationRow & {
  readonly accountId: string | null
  readonly accountName: string | null
  /** 1 where the account belongs to an organisation, and so can sign in. */
  readonly worksForSomebody: number
}

/**
 * An invitation by the hash of its link's secret, with the account of its address: one statement,
 * because between two the invitation may be accepted and make that account.
 */
export async function readInvitationOfLink(
  db: Database,
  secretHash: string,
): Promise<InvitedRow | null> {
  const [row] = await db.all<InvitedRow>(sql`
    SELECT ${INVITATION}, a.id AS accountId, a.name AS accountName,
      EXISTS (SELECT 1 FROM member w WHERE w.user_id = a.id) AS worksForSomebody
    ${FROM} LEFT JOIN user a ON a.email = i.email
    WHERE i.secret_hash = ${secretHash} LIMIT 1`)
  return row ?? null
}

/** Invitations of an organisation not yet answered and not over, newest first. */
export function listPendingInvitations(
  db: Database,
  input: { readonly organisationId: string; readonly now: number },
): Promise<InvitationRow[]> {
  return db.all<InvitationRow>(sql`
    SELECT ${INVITATION} ${FROM}
    WHERE i.organization_id = ${input.organisationId} AND i.status = 'pending'
      AND i.expires_at > ${input.now}
    ORDER BY i.created_at DESC, i.id LIMIT 50`)
}

export function insertInvitation(db: Database, row: typeof invitation.$inferInsert): Statement {
  return db.insert(invitation).values(row)
}

/** For a guard: the invitation is open at the moment of writing. */
export function invitationIsOpen(input: { readonly id: string; readonly now: number }) {
  return sql`EXISTS (SELECT 1 FROM invitation
    WHERE id = ${input.id} AND status = 'pending' AND expires_at > ${input.now})`
}

export function closeInvitation(
  db: Database,
  input: { readonly id: string; readonly status: 'accepted' | 'canceled' },
): Statement {
  return db.run(sql`UPDATE invitation SET status = ${input.status} WHERE id = ${input.id}`)
}

/** Gives an invitation another link: the one before opens nothing from then on. */
export function renewInvitationLink(
  db: Database,
  input: { readonly id: string; readonly secretHash: string; readonly expiresAt: number },
): Statement {
  return db.run(sql`
    UPDATE invitation SET secret_hash = ${input.secretHash}, expires_at = ${input.expiresAt}
    WHERE id = ${input.id}`)
}

/** An invitation anew takes the place of those before it. */
export function withdrawEarlierInvitations(
  db: Database,
  input: { readonly organisationId: string; readonly email: string },
): Statement {
  return db.run(sql`
    UPDATE invitation SET status = 'canceled'
    WHERE email = ${input.email} AND organization_id = ${input.organisationId}
      AND status = 'pending'`)
}
