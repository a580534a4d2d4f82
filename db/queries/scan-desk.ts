import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { maybe, number, text } from './fields.ts'
import { rowsOf } from './rows-of.ts'

/** Single scans, and labels, one page looks at: of a larger batch a part tells as much. */
const MAX_LOOKED_AT = 100_000
const VIETNAM_OFFSET_SECONDS = 7 * 3_600
const MOST_LABELS = 20
const MOST_CELLS = 4_000

const TOTAL = {
  scans: number(sql`coalesce(sum(c.count), 0)`),
  labels: number(sql`count(*)`),
  firstOn: maybe(text(sql`min(c.first_on)`)),
  lastOn: maybe(text(sql`max(c.last_on)`)),
}

const LABEL = {
  serial: number(sql`c.serial`),
  scans: number(sql`c.count`),
  firstOn: text(sql`c.first_on`),
  lastOn: text(sql`c.last_on`),
}

/** Labels whose PIN was given right, and those of which it was more than once. */
const CONFIRMED = {
  labels: number(sql`count(*)`),
  repeated: number(sql`coalesce(sum(c.count > 1), 0)`),
}

const CELL = {
  on: text(sql`e.day`),
  /** Empty where nobody knows. */
  region: text(sql`e.region`),
  scans: number(sql`e.n`),
}

/**
 * How the labels of a batch were scanned: in all, those scanned most, by day and region as far back as
 * single scans are kept, and how many were confirmed by their PIN.
 */
export async function readScansOfBatch(db: Database, batchId: string) {
  // Runs of whole-batch labels share serial 0; ranges of units do not meet.
  const ranges = sql`(SELECT DISTINCT unit_space, from_serial, to_serial FROM label_run
    WHERE batch_id = ${batchId}) r`
  const counted = sql`(SELECT s.* FROM ${ranges} JOIN scan_count s ON s.unit_space = r.unit_space
    AND s.serial BETWEEN r.from_serial AND r.to_serial LIMIT ${MAX_LOOKED_AT}) c`
  const events = sql`(SELECT day, region, count(*) AS n FROM (
      SELECT date(s.scanned_at / 1000 + ${VIETNAM_OFFSET_SECONDS}, 'unixepoch') AS day,
        coalesce(s.region, '') AS region
      FROM ${ranges} JOIN scan_event s ON s.unit_space = r.unit_space
        AND s.serial BETWEEN r.from_serial AND r.to_serial LIMIT ${MAX_LOOKED_AT})
    GROUP BY day, region ORDER BY day DESC LIMIT ${MOST_CELLS}) e`
  const confirmations = sql`(SELECT s.* FROM ${ranges} JOIN label_confirmation s
    ON s.unit_space = r.unit_space AND s.serial BETWEEN r.from_serial AND r.to_serial
    LIMIT ${MAX_LOOKED_AT}) c`
  const [totals, labels, cells, sums] = await db.batch([
    rowsOf(db, TOTAL, counted),
    rowsOf(
      db,
      LABEL,
      sql`${counted} WHERE c.serial > 0 AND c.count > 1
      ORDER BY c.count DESC, c.serial LIMIT ${MOST_LABELS}`,
    ),
    rowsOf(db, CELL, events),
    rowsOf(db, CONFIRMED, confirmations),
  ])
  const [total] = totals
  const [confirmed] = sums
  if (total === undefined || confirmed === undefined) throw new Error('a sum without a row')
  return { total, labels, cells, confirmed }
}
