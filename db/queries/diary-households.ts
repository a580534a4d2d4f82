import { eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { diaryEvent, diaryHousehold, type siteHousehold } from '../schema/index.ts'
import { json, maybe } from './fields.ts'

/** A household as an entry names it. */
export type EntryHousehold = Pick<typeof siteHousehold.$inferSelect, 'id' | 'name' | 'plot'>

/**
 * Households of an entry, where all of them are still on the list of its place; null where it names none,
 * or one that is on the list no more: it may be anybody's then.
 */
export const KNOWN_HOUSEHOLDS = maybe(
  json<readonly string[]>(sql`CASE WHEN ${diaryEvent.householdCount} > 0 THEN (
    SELECT CASE WHEN count(*) = count(h.id) THEN json_group_array(dh.household_id) END
    FROM diary_household dh LEFT JOIN site_household h ON h.id = dh.household_id
    WHERE dh.diary_event_id = ${diaryEvent.id}) END`),
)

/** Households an entry names, as they were called then. */
export function readEntryHouseholds(db: Database, entryId: string): Promise<EntryHousehold[]> {
  const { householdId, name, plot } = diaryHousehold
  return db
    .select({ id: householdId, name, plot })
    .from(diaryHousehold)
    .where(eq(diaryHousehold.diaryEventId, entryId))
    .orderBy(sql`rowid`)
    .limit(1_000)
}
