import { sql } from 'drizzle-orm'

/**
 * True, in SQL, where the holder `o` may be named in public, and a place of theirs called by its name;
 * the rule of `mayBeNamed` and `publicSiteName`.
 */
export const MAY_BE_NAMED = sql`(o.kind NOT IN ('household', 'farm') OR o.name_consent_on IS NOT NULL)`
