import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { scanEvent } from '../schema/index.ts'
import { insertRows } from './insert-rows.ts'
import { listed } from './listed.ts'

export type ScanRow = Omit<typeof scanEvent.$inferSelect, 'id'>

const ROWS_PER_STATEMENT = 2_000
const VIETNAM_OFFSET_SECONDS = 7 * 3_600

const dateOf = (instant: SQL) =>
  sql`date(${instant} / 1000 + ${VIETNAM_OFFSET_SECONDS}, 'unixepoch')`

/** Stores scans and adds them to the counts, as one atomic batch. */
export async function insertScans(db: Database, rows: readonly ScanRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    const page = rows.slice(at, at + ROWS_PER_STATEMENT)
    const scans = listed(page)
    const scannedAt = scans.of('scannedAt')
    await db.batch([
      insertRows(db, scanEvent, page),
      db.run(sql`
        INSERT INTO scan_count (unit_space, serial, count, first_on, last_on)
        SELECT ${scans.of('unitSpace')}, ${scans.of('serial')}, count(*),
          ${dateOf(sql`min(${scannedAt})`)}, ${dateOf(sql`max(${scannedAt})`)}
        FROM ${scans.rows} WHERE true GROUP BY 1, 2
        ON CONFLICT (unit_space, serial) DO UPDATE SET
          count = count + excluded.count,
          first_on = min(first_on, excluded.first_on),
          last_on = max(last_on, excluded.last_on)`),
    ])
  }
}

/** Drops single scans from before `before` (epoch ms), at most `limit` rows; counts stay. */
export async function deleteScansBefore(
  db: Database,
  input: { before: number; limit: number },
): Promise<number> {
  const result = await db.run(sql`
    DELETE FROM scan_event WHERE id IN (
      SELECT id FROM scan_event WHERE scanned_at < ${input.before} ORDER BY scanned_at LIMIT ${input.limit})`)
  return result.rowsAffected
}
