import { desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { DaysOff, HolidayYear } from '../../worker/domain/calendar/public-holidays.ts'
import type { Database } from '../client.ts'
import { daysOffYear } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { personName } from './person-name.ts'
import { insertOf } from './row-statements.ts'

/** A few a year, corrected ones among them. */
const MOST = 500

/** The days off that were entered here, by year: of each what was recorded last. */
export async function readDaysOff(db: Database): Promise<DaysOff> {
  const rows = await db
    .select({ year: daysOffYear.year, off: daysOffYear.off, worked: daysOffYear.worked })
    .from(daysOffYear)
    .orderBy(desc(daysOffYear.year), desc(daysOffYear.recordedAt), desc(sql`rowid`))
    .limit(MOST)
  const last = new Map<string, HolidayYear>()
  for (const { year, off, worked } of rows) {
    if (!last.has(year)) last.set(year, { announced: true, off, worked })
  }
  return last
}

/** The entry that counts for a year, with who made it. */
export function readDaysOffOf(db: Database, year: string) {
  return firstOf(
    db
      .select({ ...getTableColumns(daysOffYear), actorName: personName(daysOffYear.actor) })
      .from(daysOffYear)
      .where(eq(daysOffYear.year, year))
      .orderBy(desc(daysOffYear.recordedAt), desc(sql`rowid`))
      .limit(1),
  )
}

/** Every entry of every year, the newest first. */
export function listDaysOff(db: Database) {
  return db
    .select({ ...getTableColumns(daysOffYear), actorName: personName(daysOffYear.actor) })
    .from(daysOffYear)
    .orderBy(desc(daysOffYear.year), desc(daysOffYear.recordedAt), desc(sql`rowid`))
    .limit(MOST)
}

export const insertDaysOff = insertOf(daysOffYear)

/** Holds while this is the entry that counts for a year; null while there is none. */
export function daysOffIs(year: string, id: string | null): SQL {
  return sql`(SELECT id FROM days_off_year WHERE year = ${year}
    ORDER BY recorded_at DESC, rowid DESC LIMIT 1) IS ${id}`
}
