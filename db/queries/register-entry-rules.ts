import { type SQL, sql } from 'drizzle-orm'

/**
 * True, in SQL, where the holder `o` may be named in public, and a place of theirs called by its name;
 * the rule of `mayBeNamed` and `publicSiteName`.
 */
export const MAY_BE_NAMED = sql`(o.kind NOT IN ('household', 'farm') OR o.name_consent_on IS NOT NULL)`

/** True, in SQL, where a decision says something: not where it only takes another one back. */
export const SAYS = (decision: SQL) =>
  sql`(${decision}.status <> 'none' OR ${decision}.amends_id IS NULL)`

/**
 * True, in SQL, where decision `e` on code `c` counts: no later one corrected it, and it does more
 * than take another one back; the rule of `withoutTakenBack` and `decidingEvent`.
 */
export const COUNTS = sql`(e.code_id = c.id AND ${SAYS(sql`e`)} AND NOT EXISTS
  (SELECT 1 FROM code_status_event a WHERE a.amends_id = e.id AND a.code_id = c.id))`
