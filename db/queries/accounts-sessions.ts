import { type SQL, sql } from 'drizzle-orm'
import { ROLES } from '../../worker/domain/access/roles.ts'
import type { Database } from '../client.ts'
import { session } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

/** A person in one of their organisations. */
export type MembershipRow = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly provinceCode: string | null
  readonly communeCode: string | null
  readonly organisationId: string
  readonly organisationName: string
}

export type SignedInRow = MembershipRow & {
  readonly sessionId: string
  readonly createdAt: number
  readonly expiresAt: number
  readonly organisations: number
  readonly unread: number
  readonly mark: number
}

const KNOWN_ROLES = sql.raw(ROLES.map((role) => `'${role}'`).join(', '))

const MEMBERSHIP = sql`u.id AS userId, u.name, u.email, m.role, m.province_code AS provinceCode,
  m.commune_code AS communeCode, o.id AS organisationId, o.name AS organisationName`

/** Of a session's token only the SHA-256 (base64url) is kept: a copy of the table opens nothing. */
export type TokenHash = { readonly tokenHash: string }

/**
 * Who the token of a session stands for, in the organisation worked for now or else the one joined
 * first: one read, by unique indexes. Counting unread messages stops at 100.
 */
export async function readSignedIn(
  db: Database,
  input: TokenHash & { readonly now: number },
): Promise<SignedInRow | null> {
  const [row] = await db.all<SignedInRow>(signedInQuery(input))
  return row ?? null
}

export function signedInQuery(input: TokenHash & { readonly now: number }): SQL {
  return sql`
    SELECT s.id AS sessionId, s.created_at AS createdAt, s.expires_at AS expiresAt, ${MEMBERSHIP},
      (SELECT count(*) FROM member WHERE user_id = u.id AND role IN (${KNOWN_ROLES})) AS organisations,
      (SELECT count(*) FROM (SELECT 1 FROM notification n
        WHERE n.organisation_id = o.id AND n.read_at IS NULL LIMIT 100)) AS unread,
      coalesce((SELECT max(seq) FROM audit_log), 0) AS mark
    FROM session s
    JOIN user u ON u.id = s.user_id
    JOIN member m ON m.user_id = u.id AND m.role IN (${KNOWN_ROLES})
    JOIN organisation o ON o.id = m.organization_id
    WHERE s.token = ${input.tokenHash} AND s.expires_at > ${input.now}
    ORDER BY m.organization_id = s.active_organization_id DESC, m.created_at, m.id LIMIT 1`
}

/** A person in the organisation they joined first; null when they work for none. */
export async function readFirstMembership(
  db: Database,
  userId: string,
): Promise<MembershipRow | null> {
  const [row] = await db.all<MembershipRow>(sql`
    SELECT ${MEMBERSHIP} FROM user u
    JOIN member m ON m.user_id = u.id AND m.role IN (${KNOWN_ROLES})
    JOIN organisation o ON o.id = m.organization_id
    WHERE u.id = ${userId} ORDER BY m.created_at, m.id LIMIT 1`)
  return row ?? null
}

/** A person in one organisation; null when they do not work for it. */
export async function readMembership(
  db: Database,
  input: { readonly userId: string; readonly organisationId: string },
): Promise<MembershipRow | null> {
  const [row] = await db.all<MembershipRow>(sql`
    SELECT ${MEMBERSHIP} FROM user u
    JOIN member m ON m.user_id = u.id AND m.role IN (${KNOWN_ROLES})
    JOIN organisation o ON o.id = m.organization_id
    WHERE u.id = ${input.userId} AND o.id = ${input.organisationId} LIMIT 1`)
  return row ?? null
}

/** A new session; its token was made just now and is known to nobody else. */
export function insertSession(
  db: Database,
  row: TokenHash & {
    readonly id: string
    readonly userId: string
    readonly userAgent: string | null
    readonly expiresAt: number
    readonly at: number
  },
): Statement {
  const { id, tokenHash, userId, userAgent, expiresAt } = row
  const at = new Date(row.at)
  return db.insert(session).values({
    ...{ id, token: tokenHash, userId, userAgent },
    ...{ expiresAt: new Date(expiresAt), createdAt: at, updatedAt: at },
  })
}

/** Lets a session go on; nothing happens to one that was ended meanwhile. */
export async function prolongSession(
  db: Database,
  input: TokenHash & { readonly expiresAt: number; readonly now: number },
): Promise<void> {
  const { tokenHash, expiresAt, now } = input
  await db.run(sql`
    UPDATE session SET expires_at = ${expiresAt}, updated_at = ${now}
    WHERE token = ${tokenHash} AND expires_at < ${expiresAt}`)
}

/** Has a session work for another organisation; false, and nothing done, unless its person does. */
export async function switchSession(
  db: Database,
  input: TokenHash & { readonly organisationId: string; readonly now: number },
): Promise<boolean> {
  const { tokenHash, organisationId, now } = input
  const { rowsAffected } = await db.run(sql`
    UPDATE session SET active_organization_id = ${organisationId}
    WHERE token = ${tokenHash} AND expires_at > ${now} AND EXISTS (SELECT 1 FROM member m
      WHERE m.user_id = session.user_id AND m.organization_id = ${organisationId}
        AND m.role IN (${KNOWN_ROLES}))`)
  return rowsAffected > 0
}

/** For a guard: the session was not ended meanwhile. */
export function sessionStands(input: { readonly id: string; readonly now: number }): SQL {
  return sql`EXISTS (SELECT 1 FROM session WHERE id = ${input.id} AND expires_at > ${input.now})`
}

export function deleteSessionByToken(db: Database, { tokenHash }: TokenHash): Statement {
  return db.run(sql`DELETE FROM session WHERE token = ${tokenHash}`)
}

/** Ends one session of a person; another's is left alone. */
export function deleteSession(
  db: Database,
  input: { readonly sessionId: string; readonly userId: string },
): Statement {
  return db.run(
    sql`DELETE FROM session WHERE id = ${input.sessionId} AND user_id = ${input.userId}`,
  )
}

/** Ends all sessions of a person but one, or all. */
export function deleteSessionsOf(
  db: Database,
  input: { readonly userId: string; readonly exceptId: string | null },
): Statement {
  return db.run(
    sql`DELETE FROM session WHERE user_id = ${input.userId} AND id IS NOT ${input.exceptId}`,
  )
}

export type SessionRow = {
  readonly id: string
  readonly createdAt: number
  readonly updatedAt: number
  readonly userAgent: string | null
}

/** Sessions of a person that have not ended, the last used first. */
export function listSessions(
  db: Database,
  input: { readonly userId: string; readonly now: number },
): Promise<SessionRow[]> {
  return db.all<SessionRow>(sql`
    SELECT id, created_at AS createdAt, updated_at AS updatedAt, user_agent AS userAgent
    FROM session WHERE user_id = ${input.userId} AND expires_at > ${input.now}
    ORDER BY updated_at DESC, id LIMIT 50`)
}
