import { and, desc, eq, gt, inArray, lt, ne, type SQL, sql } from 'drizzle-orm'
import { ROLES } from '../../worker/domain/access/roles.ts'
import type { Database } from '../client.ts'
import { member, organisation, session, user } from '../schema/index.ts'
import { number, type RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import type { Statement } from './run-batch.ts'

const MEMBERSHIP = {
  userId: user.id,
  ...pick(user, 'name', 'email'),
  ...pick(member, 'role', 'provinceCode', 'communeCode'),
  organisationId: organisation.id,
  organisationName: organisation.name,
}

/** A person in one of their organisations. */
export type MembershipRow = RowOf<typeof MEMBERSHIP>

const hasKnownRole = inArray(member.role, ROLES)

const SIGNED_IN = {
  ...MEMBERSHIP,
  sessionId: session.id,
  ...pick(session, 'createdAt', 'expiresAt'),
  organisations: number(sql`(SELECT count(*) FROM ${member}
    WHERE ${member.userId} = ${user.id} AND ${hasKnownRole})`),
  unread: number(sql`(SELECT count(*) FROM (SELECT 1 FROM notification n
    WHERE n.organisation_id = ${organisation.id} AND n.read_at IS NULL LIMIT 100))`),
  mark: number(sql`coalesce((SELECT max(seq) FROM audit_log), 0)`),
}

export type SignedInRow = RowOf<typeof SIGNED_IN>

/** Of a session's token only the SHA-256 (base64url) is kept: a copy of the table opens nothing. */
export type TokenHash = { readonly tokenHash: string }

/**
 * Who the token of a session stands for, in the organisation worked for now or else the one joined
 * first: one read, by unique indexes. Counting unread messages stops at 100.
 */
export function readSignedIn(
  db: Database,
  input: TokenHash & { readonly now: number },
): Promise<SignedInRow | null> {
  return firstOf(signedInQuery(db, input))
}

export function signedInQuery(db: Database, input: TokenHash & { readonly now: number }) {
  const isCurrent = sql`${member.organizationId} = ${session.activeOrganizationId}`
  return db
    .select(SIGNED_IN)
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .innerJoin(member, and(eq(member.userId, user.id), hasKnownRole))
    .innerJoin(organisation, eq(organisation.id, member.organizationId))
    .where(and(eq(session.token, input.tokenHash), gt(session.expiresAt, input.now)))
    .orderBy(desc(isCurrent), member.createdAt, member.id)
    .limit(1)
}

function selectMemberships(db: Database) {
  return db
    .select(MEMBERSHIP)
    .from(user)
    .innerJoin(member, and(eq(member.userId, user.id), hasKnownRole))
    .innerJoin(organisation, eq(organisation.id, member.organizationId))
}

/** A person in the organisation they joined first; null when they work for none. */
export function readFirstMembership(db: Database, userId: string): Promise<MembershipRow | null> {
  const isTheirs = eq(user.id, userId)
  return firstOf(
    selectMemberships(db).where(isTheirs).orderBy(member.createdAt, member.id).limit(1),
  )
}

/** A person in one organisation; null when they do not work for it. */
export function readMembership(
  db: Database,
  input: { readonly userId: string; readonly organisationId: string },
): Promise<MembershipRow | null> {
  const isIt = and(eq(user.id, input.userId), eq(organisation.id, input.organisationId))
  return firstOf(selectMemberships(db).where(isIt).limit(1))
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
  const { tokenHash, at, ...rest } = row
  return db.insert(session).values({ ...rest, token: tokenHash, createdAt: at, updatedAt: at })
}

/** Lets a session go on; nothing happens to one that was ended meanwhile. */
export async function prolongSession(
  db: Database,
  input: TokenHash & { readonly expiresAt: number; readonly now: number },
): Promise<void> {
  const { tokenHash, expiresAt, now } = input
  await db
    .update(session)
    .set({ expiresAt, updatedAt: now })
    .where(and(eq(session.token, tokenHash), lt(session.expiresAt, expiresAt)))
}

/** Has a session work for another organisation; false, and nothing done, unless its person does. */
export async function switchSession(
  db: Database,
  input: TokenHash & { readonly organisationId: string; readonly now: number },
): Promise<boolean> {
  const { tokenHash, organisationId, now } = input
  const worksThere = sql`EXISTS (SELECT 1 FROM ${member} WHERE ${member.userId} = ${session.userId}
    AND ${member.organizationId} = ${organisationId} AND ${hasKnownRole})`
  const { rowsAffected } = await db
    .update(session)
    .set({ activeOrganizationId: organisationId })
    .where(and(eq(session.token, tokenHash), gt(session.expiresAt, now), worksThere))
  return rowsAffected > 0
}

/** For a guard: the session was not ended meanwhile. */
export function sessionStands(input: { readonly id: string; readonly now: number }): SQL {
  return sql`EXISTS (SELECT 1 FROM session WHERE id = ${input.id} AND expires_at > ${input.now})`
}

export function deleteSessionByToken(db: Database, { tokenHash }: TokenHash): Statement {
  return db.delete(session).where(eq(session.token, tokenHash))
}

/** Ends one session of a person; another's is left alone. */
export function deleteSession(
  db: Database,
  input: { readonly sessionId: string; readonly userId: string },
): Statement {
  const { sessionId, userId } = input
  return db.delete(session).where(and(eq(session.id, sessionId), eq(session.userId, userId)))
}

/** Ends all sessions of a person but one, or all. */
export function deleteSessionsOf(
  db: Database,
  input: { readonly userId: string; readonly exceptId: string | null },
): Statement {
  const { userId, exceptId } = input
  const isOther = exceptId === null ? undefined : ne(session.id, exceptId)
  return db.delete(session).where(and(eq(session.userId, userId), isOther))
}

const SESSION = {
  ...pick(session, 'id', 'createdAt', 'updatedAt', 'userAgent'),
}

export type SessionRow = RowOf<typeof SESSION>

/** Sessions of a person that have not ended, the last used first. */
export function listSessions(
  db: Database,
  input: { readonly userId: string; readonly now: number },
): Promise<SessionRow[]> {
  return db
    .select(SESSION)
    .from(session)
    .where(and(eq(session.userId, input.userId), gt(session.expiresAt, input.now)))
    .orderBy(desc(session.updatedAt), session.id)
    .limit(50)
}
