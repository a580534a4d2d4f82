import { and, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { KnownCode } from '../../worker/domain/foreign-notices/match-codes.ts'
import type { Database } from '../client.ts'
import { code } from '../schema/index.ts'
import { maybe, text } from './fields.ts'
import { inPages } from './in-pages.ts'
import { pick } from './pick.ts'

const KEYS_PER_PAGE = 10_000
/** Codes of one page of keys: what is beyond can only be a list of nonsense. */
const MOST_PER_PAGE = 20_000

const KNOWN = {
  ...pick(code, 'code', 'legacyCode'),
  successor: maybe(
    text(sql`(SELECT n.code FROM code n WHERE n.supersedes_id = ${code.id}
      AND n.withdrawn_at IS NULL LIMIT 1)`),
  ),
}

/** Codes by their search keys, those taken back left out; order is not kept. */
export function readCodesSpelled(db: Database, keys: readonly string[]): Promise<KnownCode[]> {
  return known(db, keys, (page) => inArray(code.searchKey, page))
}

/** Codes by what they were called formerly, as it stands on record or spelled canonically. */
export function readCodesFormerly(db: Database, names: readonly string[]): Promise<KnownCode[]> {
  return known(db, names, (page) => inArray(code.legacyCode, page))
}

function known(
  db: Database,
  values: readonly string[],
  is: (page: SQL) => SQL | undefined,
): Promise<KnownCode[]> {
  return inPages([...new Set(values)], KEYS_PER_PAGE, (page) =>
    db
      .select(KNOWN)
      .from(code)
      .where(
        and(
          is(sql`(SELECT value FROM json_each(${JSON.stringify(page)}))`),
          isNull(code.withdrawnAt),
        ),
      )
      .limit(MOST_PER_PAGE),
  )
}
