import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { scanEvent } from '../schema/index.ts'
import { insertRows } from './insert-rows.ts'
import { type CountedLabel, countedLabels, type Visit, visitStatements } from './label-visits.ts'
import { listed } from './listed.ts'
import { askBatch, runBatch } from './run-batch.ts'

/** A scan to be stored; `visit` where its visitor counts for the label, who is nobody signed in. */
export type ScanRow = Omit<typeof scanEvent.$inferSelect, 'id'> & {
  readonly visit?: Pick<Visit, 'address' | 'visitor'>
}

/** Most scans of one atomic batch. */
export const SCANS_PER_BATCH = 2_000
const VIETNAM_OFFSET_SECONDS = 7 * 3_600

const dateOf = (instant: SQL) =>
  sql`date(${instant} / 1000 + ${VIETNAM_OFFSET_SECONDS}, 'unixepoch')`

/**
 * Stores scans, at most `SCANS_PER_BATCH`, and adds them to the counts, as one atomic batch; gives
 * the labels which visitors not counted before have opened, on days with several.
 */
export async function insertScans(
  db: Database,
  rows: readonly ScanRow[],
  visits: readonly Visit[] = [],
): Promise<CountedLabel[]> {
  if (rows.length === 0) return []
  const scans = listed(
    rows.map(({ unitSpace, serial, scannedAt }) => ({ unitSpace, serial, scannedAt })),
  )
  const scannedAt = scans.of('scannedAt')
  const statements = [
    insertRows(db, scanEvent, rows),
    db.run(sql`
      INSERT INTO scan_count (unit_space, serial, count, first_on, last_on)
      SELECT ${scans.of('unitSpace')}, ${scans.of('serial')}, count(*),
        ${dateOf(sql`min(${scannedAt})`)}, ${dateOf(sql`max(${scannedAt})`)}
      FROM ${scans.rows} WHERE true GROUP BY 1, 2
      ON CONFLICT (unit_space, serial) DO UPDATE SET
        count = count + excluded.count,
        first_on = min(first_on, excluded.first_on),
        last_on = max(last_on, excluded.last_on)`),
  ] as const
  // Hardly a scan is of a visitor not counted yet: the others are stored as ever.
  if (visits.length === 0) {
    await runBatch(db, statements)
    return []
  }
  const answers = await askBatch(db, [
    ...statements,
    ...visitStatements(db, visits),
    countedLabels(db, visits),
  ])
  return answers[4]
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
