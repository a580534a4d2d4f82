import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { account, verification } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

/** Of all ways to sign in that `account` could hold, the one with a password. */
const PROVIDER = 'credential'

export async function readPasswordHash(db: Database, userId: string): Promise<string | null> {
  const [row] = await db.all<{ password: string | null }>(sql`
    SELECT password FROM account WHERE user_id = ${userId} AND provider_id = ${PROVIDER} LIMIT 1`)
  return row?.password ?? null
}

/** Who an e-mail address belongs to, and their password; null for nobody and for one without. */
export async function readPasswordOf(
  db: Database,
  email: string,
): Promise<{ userId: string; hash: string } | null> {
  const [row] = await db.all<{ userId: string; hash: string }>(sql`
    SELECT u.id AS userId, a.password AS hash FROM user u
    JOIN account a ON a.user_id = u.id AND a.provider_id = ${PROVIDER}
    WHERE u.email = ${email} AND a.password IS NOT NULL LIMIT 1`)
  return row ?? null
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
  const when = new Date(at)
  return db.insert(account).values({
    ...{ id, userId, accountId: userId, providerId: PROVIDER, password: hash },
    ...{ createdAt: when, updatedAt: when },
  })
}

export function updatePassword(
  db: Database,
  input: { readonly userId: string; readonly hash: string; readonly at: number },
): Statement {
  const { userId, hash, at } = input
  return db.run(sql`
    UPDATE account SET password = ${hash}, updated_at = ${at}
    WHERE user_id = ${userId} AND provider_id = ${PROVIDER}`)
}

/** For a guard: the password is still the one that was read. */
export function passwordIs(input: { readonly userId: string; readonly hash: string }) {
  return sql`EXISTS (SELECT 1 FROM account WHERE user_id = ${input.userId}
    AND provider_id = ${PROVIDER} AND password = ${input.hash})`
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
  const at = new Date(row.at)
  return db.insert(verification).values({
    ...{ id: row.id, identifier: identifierOf(row.secretHash), value: row.userId },
    ...{ expiresAt: new Date(row.expiresAt), createdAt: at, updatedAt: at },
  })
}

/**
 * Whose password an open link may set; null when it is unknown, used or over, or the password was
 * changed after the link was made.
 */
export async function readResetLink(
  db: Database,
  input: { readonly secretHash: string; readonly now: number },
): Promise<{ id: string; userId: string } | null> {
  const [row] = await db.all<{ id: string; userId: string }>(sql`
    SELECT v.id, v.value AS userId FROM verification v
    JOIN account a ON a.user_id = v.value AND a.provider_id = ${PROVIDER}
    WHERE v.identifier = ${identifierOf(input.secretHash)} AND v.expires_at > ${input.now}
      AND a.updated_at <= v.created_at LIMIT 1`)
  return row ?? null
}

/** For a guard: neither this link nor another was used meanwhile. */
export function resetLinkStands(id: string) {
  return sql`EXISTS (SELECT 1 FROM verification v
    JOIN account a ON a.user_id = v.value AND a.provider_id = ${PROVIDER}
    WHERE v.id = ${id} AND a.updated_at <= v.created_at)`
}

/** Takes away a link once it was used. */
export function deleteResetLink(db: Database, id: string): Statement {
  return db.run(sql`DELETE FROM verification WHERE id = ${id}`)
}
