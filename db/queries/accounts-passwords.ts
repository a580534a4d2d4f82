import { and, eq, gt, isNotNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { account, user, verification } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { deleteOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

/** Of all ways to sign in that `account` could hold, the one with a password. */
const PROVIDER = 'credential'
const isPassword = eq(account.providerId, PROVIDER)
const passwordOf = (userId: string) => and(eq(account.userId, userId), isPassword)

export async function readPasswordHash(db: Database, userId: string): Promise<string | null> {
  const fields = { password: account.password }
  const row = await firstOf(db.select(fields).from(account).where(passwordOf(userId)).limit(1))
  return row?.password ?? null
}

/** Who an e-mail address belongs to, and their password; null for nobody and for one without. */
export async function readPasswordOf(
  db: Database,
  email: string,
): Promise<{ userId: string; hash: string } | null> {
  const row = await firstOf(
    db
      .select({ userId: user.id, hash: account.password })
      .from(user)
      .innerJoin(account, and(eq(account.userId, user.id), isPassword))
      .where(and(eq(user.email, email), isNotNull(account.password)))
      .limit(1),
  )
  return row === null || row.hash === null ? null : { userId: row.userId, hash: row.hash }
}

export function insertPassword(
  db: Database,
  row: {
    readonly id: string
    readonly userId: string
    readonly hash: string
    readonly at: number
  },
): Statement {
  const { id, userId, hash, at } = row
  return db.insert(account).values({
    id,
    userId,
    accountId: userId,
    providerId: PROVIDER,
    password: hash,
    createdAt: at,
    updatedAt: at,
  })
}

export function updatePassword(
  db: Database,
  input: { readonly userId: string; readonly hash: string; readonly at: number },
): Statement {
  const { userId, hash, at } = input
  return db.update(account).set({ password: hash, updatedAt: at }).where(passwordOf(userId))
}

/** For a guard: the password is still the one that was read. */
export function passwordIs(input: { readonly userId: string; readonly hash: string }): SQL {
  return sql`EXISTS (SELECT 1 FROM ${account}
    WHERE ${passwordOf(input.userId)} AND ${account.password} = ${input.hash})`
}

/** A link for a new password; a hash of its secret stands in for it. */
export type ResetLinkRow = {
  readonly id: string
  readonly secretHash: string
  readonly userId: string
  readonly expiresAt: number
}

const identifierOf = (secretHash: string) => `reset-password:${secretHash}`

export function insertResetLink(db: Database, row: ResetLinkRow & { at: number }): Statement {
  return db.insert(verification).values({
    id: row.id,
    identifier: identifierOf(row.secretHash),
    value: row.userId,
    expiresAt: row.expiresAt,
    createdAt: row.at,
    updatedAt: row.at,
  })
}

/** The password that a link is for, unless it was changed after the link was made. */
const passwordOfLink = and(eq(account.userId, verification.value), isPassword)
const unchangedSince = lte(account.updatedAt, verification.createdAt)

/**
 * Whose password an open link may set; null when it is unknown, used or over, or the password was
 * changed after the link was made.
 */
export function readResetLink(
  db: Database,
  input: { readonly secretHash: string; readonly now: number },
): Promise<{ id: string; userId: string } | null> {
  const isOpen = and(
    eq(verification.identifier, identifierOf(input.secretHash)),
    gt(verification.expiresAt, input.now),
  )
  return firstOf(
    db
      .select({ id: verification.id, userId: verification.value })
      .from(verification)
      .innerJoin(account, passwordOfLink)
      .where(and(isOpen, unchangedSince))
      .limit(1),
  )
}

/** For a guard: neither this link nor another was used meanwhile. */
export function resetLinkStands(id: string): SQL {
  return sql`EXISTS (SELECT 1 FROM ${verification} JOIN ${account} ON ${passwordOfLink}
    WHERE ${verification.id} = ${id} AND ${unchangedSince})`
}

/** Takes away a link once it was used. */
export const deleteResetLink = deleteOf(verification, verification.id)
