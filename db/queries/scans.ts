import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'

export type ScanRow = {
  readonly ref: string
  readonly unitSpace: string
  readonly serial: number
  readonly scannedAt: number
  readonly standing: string
  readonly region: string | null
  readonly visitor: string | null
}

const ROWS_PER_STATEMENT = 2_000
const VIETNAM_OFFSET_SECONDS = 7 * 3_600

/**
 * Stores scans and adds them to the counts, as one atomic batch. The rows travel as one JSON
 * parameter, so the statement is the same for one row and for two thousand.
 */
export async function insertScans(db: Database, rows: readonly ScanRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    const json = JSON.stringify(
      rows
        .slice(at, at + ROWS_PER_STATEMENT)
        .map((r) => [r.ref, r.unitSpace, r.serial, r.scannedAt, r.region, r.visitor, r.standing]),
    )
    await db.batch([
      db.run(sql`
        INSERT INTO scan_event (ref, unit_space, serial, scanned_at, region, visitor, standing)
        SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6
        FROM json_each(${json})`),
      db.run(sql`
        INSERT INTO scan_count (unit_space, serial, count, first_on, last_on)
        SELECT value->>1, value->>2, count(*),
          date(min(value->>3) / 1000 + ${VIETNAM_OFFSET_SECONDS}, 'unixepoch'),
          date(max(value->>3) / 1000 + ${VIETNAM_OFFSET_SECONDS}, 'unixepoch')
        FROM json_each(${json}) WHERE true GROUP BY 1, 2
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
