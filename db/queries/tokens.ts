import { and, desc, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { apiToken, member, user } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { insertOf, readOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type TokenRow = typeof apiToken.$inferSelect

export const insertToken = insertOf(apiToken)

/** A token and the role its maker has today in its organisation; null for none. */
export function readTokenByHash(
  db: Database,
  tokenHash: string,
): Promise<(TokenRow & { makerRole: string | null }) | null> {
  const isMaker = and(
    eq(member.userId, apiToken.makerId),
    eq(member.organizationId, apiToken.organisationId),
  )
  return firstOf(
    db
      .select({ ...getTableColumns(apiToken), makerRole: member.role })
      .from(apiToken)
      .leftJoin(member, isMaker)
      .where(eq(apiToken.tokenHash, tokenHash))
      .limit(1),
  )
}

/** So many at most may stand open in an organisation, over and not taken back ones too. */
export const MOST_OPEN_TOKENS = 50

/** The tokens of an organisation that were not taken back, newest first, with who made each. */
export function listOpenTokens(db: Database, organisationId: string) {
  return db
    .select({ ...getTableColumns(apiToken), makerName: user.name })
    .from(apiToken)
    .leftJoin(user, eq(user.id, apiToken.makerId))
    .where(and(eq(apiToken.organisationId, organisationId), isNull(apiToken.revokedAt)))
    .orderBy(desc(apiToken.createdAt), apiToken.id)
    .limit(2 * MOST_OPEN_TOKENS)
}

/** True while one more may be made. */
export function hasRoomForToken(organisationId: string): SQL {
  return sql`(SELECT count(*) FROM api_token WHERE organisation_id = ${organisationId} AND revoked_at IS NULL) < ${MOST_OPEN_TOKENS}`
}

/** Notes that a token was seen. */
export async function writeTokenUse(
  db: Database,
  input: { readonly id: string; readonly at: number },
): Promise<void> {
  await db.update(apiToken).set({ lastUsedAt: input.at }).where(eq(apiToken.id, input.id))
}

export const readToken = readOf(apiToken, apiToken.id)

export function listTokenRows(db: Database): Promise<TokenRow[]> {
  return db.select().from(apiToken).orderBy(desc(apiToken.createdAt), apiToken.id).limit(1_000)
}

export function revokeTokenRow(db: Database, input: { id: string; at: number }): Statement {
  return db.run(
    sql`UPDATE api_token SET revoked_at = ${input.at} WHERE id = ${input.id} AND revoked_at IS NULL`,
  )
}
