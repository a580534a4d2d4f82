import { desc, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { mapBackground } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { insertOf } from './row-statements.ts'

export type MapBackgroundRow = typeof mapBackground.$inferSelect

/** The last that was said of the map's background; null where nothing ever was. */
export function readLastBackground(db: Database): Promise<MapBackgroundRow | null> {
  return firstOf(
    db
      .select()
      .from(mapBackground)
      .orderBy(desc(mapBackground.recordedAt), sql`rowid DESC`)
      .limit(1),
  )
}

/** Holds while that is still the last that was said; null for nothing yet. */
export function backgroundIs(id: string | null): SQL {
  return sql`(SELECT id FROM map_background ORDER BY recorded_at DESC, rowid DESC LIMIT 1) IS ${id}`
}

export const insertBackground = insertOf(mapBackground)
