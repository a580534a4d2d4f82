import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { scanCount } from '../schema/index.ts'
import { maybe, type RowOf, text } from './fields.ts'
import { listed } from './listed.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

/** Somebody who opened a unit's label on a day, as hashes that nobody knows again the next day. */
export type Visit = {
  readonly ref: string
  readonly unitSpace: string
  readonly serial: number
  /** `yyyy-mm-dd` in Viet Nam. */
  readonly day: string
  readonly address: string
  readonly visitor: string
  /** A province; empty where it is not known. */
  readonly region: string
}

/** Browsers of one address that count on a day: a household; more are one person with many. */
const MOST_OF_ADDRESS = 3
/** Visitors of a day that are told apart: far more than it takes to suspect a label. */
const MOST_OF_DAY = 300
const MOST_CELLS = 2_000

/** Adds visitors who are new to a label's day, and brings the counts of days with several up to date. */
export function visitStatements(db: Database, visits: readonly Visit[]): [Statement, Statement] {
  const given = listed(visits)
  const { of } = given
  const label = (table: string) => sql`${sql.raw(table)}.unit_space = n.unit_space
    AND ${sql.raw(table)}.serial = n.serial AND ${sql.raw(table)}.day = n.day`
  const newcomers = sql`(SELECT ${of('unitSpace')} AS unit_space, ${of('serial')} AS serial,
      ${of('day')} AS day, ${of('address')} AS address, ${of('visitor')} AS visitor,
      ${of('region')} AS region FROM ${given.rows}) n
    WHERE NOT EXISTS (SELECT 1 FROM label_visitor h WHERE ${label('h')}
      AND h.address = n.address AND h.visitor = n.visitor)`
  const touched = sql`(SELECT DISTINCT ${of('unitSpace')} AS unit_space, ${of('serial')} AS serial,
    ${of('day')} AS day FROM ${given.rows}) n`
  return [
    db.run(sql`INSERT INTO label_visitor (day, unit_space, serial, address, visitor, region)
      SELECT n.day, n.unit_space, n.serial, n.address, n.visitor, n.region
      FROM (SELECT n.*, row_number() OVER (PARTITION BY n.unit_space, n.serial, n.day, n.address
          ORDER BY n.visitor) AS place FROM ${newcomers}) n
      WHERE n.place + (SELECT count(*) FROM label_visitor h
          WHERE ${label('h')} AND h.address = n.address) <= ${MOST_OF_ADDRESS}
        AND (SELECT count(*) FROM label_visitor h WHERE ${label('h')}) < ${MOST_OF_DAY}`),
    // A day with a single visitor adds nothing, and is most of them.
    db.run(sql`INSERT INTO label_day (unit_space, serial, day, region, visitors)
      SELECT v.unit_space, v.serial, v.day, v.region, count(*)
      FROM ${touched} JOIN label_visitor v ON ${label('v')}
      WHERE (SELECT count(*) FROM label_visitor h WHERE ${label('h')}) > 1
      GROUP BY 1, 2, 3, 4
      ON CONFLICT (unit_space, serial, day, region) DO UPDATE SET visitors = excluded.visitors`),
  ]
}

const COUNTED = {
  ref: text(sql`t.ref`),
  ...pick(scanCount, 'unitSpace', 'serial', 'suspectedAt', 'decision', 'dismissedVisitors'),
  /** The category of its product. */
  category: maybe(
    text(sql`(SELECT p.category_id FROM batch b JOIN product p ON p.id = b.product_id
      WHERE b.ref = t.ref)`),
  ),
  /** JSON of `[day, province, visitors]`. */
  cells: text(sql`(SELECT json_group_array(json_array(d.day, d.region, d.visitors)) FROM (
    SELECT * FROM label_day WHERE unit_space = t.unit_space AND serial = t.serial
    ORDER BY day DESC LIMIT ${MOST_CELLS}) d)`),
}

/** What is known of a label whose visitors were just counted. */
export type CountedLabel = RowOf<typeof COUNTED>

/** Labels that were visited, with what they are judged by; those with no day of several are left out. */
export function countedLabels(db: Database, visits: readonly Visit[]) {
  const given = listed(visits)
  return rowsOf(
    db,
    COUNTED,
    sql`(SELECT DISTINCT ${given.of('ref')} AS ref, ${given.of('unitSpace')} AS unit_space,
        ${given.of('serial')} AS serial FROM ${given.rows}) t
      JOIN scan_count ON scan_count.unit_space = t.unit_space AND scan_count.serial = t.serial
    WHERE EXISTS (SELECT 1 FROM label_day d
      WHERE d.unit_space = t.unit_space AND d.serial = t.serial)`,
  )
}

/** Writes down that labels are suspect; what an inspector has confirmed stays so. */
export function markSuspected(
  db: Database,
  labels: readonly {
    readonly unitSpace: string
    readonly serial: number
    readonly ref: string
    readonly visitors: number
  }[],
  at: number,
): Statement {
  const given = listed(labels)
  return db.run(sql`UPDATE scan_count SET suspected_at = ${at}, suspected_ref = ${given.of('ref')},
      visitors = ${given.of('visitors')}, decision = NULL, decided_at = NULL, decided_by = NULL
    FROM ${given.rows}
    WHERE scan_count.unit_space = ${given.of('unitSpace')}
      AND scan_count.serial = ${given.of('serial')}
      AND (scan_count.suspected_at IS NULL OR scan_count.decision = 'dismissed')`)
}

/** Drops visitors of days before one: nobody can tell them apart any more. */
export const deleteVisitorsBefore = deleteDaysBefore('label_visitor')

/** Drops counts of days before one. */
export const deleteLabelDaysBefore = deleteDaysBefore('label_day')

/** At most `limit` rows a time; gives how many. */
function deleteDaysBefore(name: 'label_visitor' | 'label_day') {
  const table = sql.raw(name)
  return async (
    db: Database,
    { day, limit }: { readonly day: string; readonly limit: number },
  ): Promise<number> => {
    const { rowsAffected } = await db.run(sql`DELETE FROM ${table} WHERE rowid IN (
      SELECT rowid FROM ${table} WHERE day < ${day} LIMIT ${limit})`)
    return rowsAffected
  }
}
