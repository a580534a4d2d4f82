import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { labelStatus, signingKey, statusList } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { insertRows } from './insert-rows.ts'
import { listed } from './listed.ts'
import { pick } from './pick.ts'
import type { Statement } from './run-batch.ts'

export type LabelStatusRow = typeof labelStatus.$inferSelect
export type StatusListRow = typeof statusList.$inferSelect

/** Rows of one answer of a libSQL server, which has a bound. */
const PAGE = 5_000
const MOST_KEYS = 10_000

/**
 * Stores what the lists say of batches, and counts up the version of each list of which something
 * is said that was not before.
 */
export function storeLabelStatuses(db: Database, rows: readonly LabelStatusRow[]): Statement[] {
  if (rows.length === 0) return []
  const given = listed(rows)
  const isNews = sql`NOT EXISTS (SELECT 1 FROM label_status s
    WHERE s.kid = ${given.of('kid')} AND s.ref = ${given.of('ref')}
      AND s.entry = ${given.of('entry')} AND s.next_change_on IS ${given.of('nextChangeOn')})`
  return [
    db.run(sql`INSERT INTO status_list (kid, version)
      SELECT DISTINCT ${given.of('kid')}, 1 FROM ${given.rows} WHERE ${isNews}
      ON CONFLICT (kid) DO UPDATE SET version = version + 1`),
    insertRows(db, labelStatus, rows).onConflictDoUpdate({
      target: [labelStatus.kid, labelStatus.ref],
      set: { entry: sql`excluded.entry`, nextChangeOn: sql`excluded.next_change_on` },
    }),
  ]
}

/** All that the list of a key says, a page at a time, in the order of REFs. */
export async function* readLabelStatuses(
  db: Database,
  kid: string,
): AsyncGenerator<Pick<LabelStatusRow, 'ref' | 'entry' | 'nextChangeOn'>[]> {
  let after = ''
  for (;;) {
    const page = await db
      .select({
        ...pick(labelStatus, 'ref', 'entry', 'nextChangeOn'),
      })
      .from(labelStatus)
      .where(and(eq(labelStatus.kid, kid), sql`${labelStatus.ref} > ${after}`))
      .orderBy(labelStatus.ref)
      .limit(PAGE)
    yield page
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last.ref
  }
}

/** A key whose labels may be trusted, and its list as it was last made: all null before that. */
export type ListOfKey = { readonly kid: string } & {
  readonly [Name in Exclude<keyof StatusListRow, 'kid' | 'token'>]: StatusListRow[Name] | null
}

/** The lists of all keys that are not revoked, the newest key first, without the lists themselves. */
export async function readListsOfKeys(db: Database): Promise<ListOfKey[]> {
  return db
    .select({
      kid: signingKey.kid,
      ...pick(statusList, 'version', 'tokenVersion', 'signedBy', 'issuedAt', 'expiresAt'),
    })
    .from(signingKey)
    .leftJoin(statusList, eq(statusList.kid, signingKey.kid))
    .where(sql`${signingKey.status} <> 'revoked'`)
    .orderBy(sql`${signingKey.createdAt} DESC`, signingKey.kid)
    .limit(MOST_KEYS)
}

/** The list of a key that is not revoked; null where there is none. */
export function readStatusList(db: Database, kid: string): Promise<StatusListRow | null> {
  return firstOf(
    db
      .select({
        ...pick(statusList, 'kid', 'version', 'tokenVersion', 'token', 'signedBy', 'issuedAt'),
        ...pick(statusList, 'expiresAt'),
      })
      .from(statusList)
      .innerJoin(signingKey, eq(signingKey.kid, statusList.kid))
      .where(and(eq(statusList.kid, kid), sql`${signingKey.status} <> 'revoked'`))
      .limit(1),
  )
}

/**
 * Keeps a signed list, unless one that tells more, or was made later, is there already: lists never
 * go back.
 */
export function storeStatusList(
  db: Database,
  made: {
    readonly kid: string
    readonly tokenVersion: number
    readonly token: string
    readonly signedBy: string
    readonly issuedAt: number
    readonly expiresAt: number
  },
): Statement {
  const { kid, ...token } = made
  return db
    .insert(statusList)
    .values({ kid, version: made.tokenVersion, ...token })
    .onConflictDoUpdate({
      target: statusList.kid,
      set: token,
      setWhere: sql`coalesce(${statusList.tokenVersion}, -1) <= ${made.tokenVersion}
        AND coalesce(${statusList.issuedAt}, 0) <= ${made.issuedAt}`,
    })
}
