import { and, eq, gte, lte, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import {
  batch,
  type COPY_DECISIONS,
  labelRun,
  organisation,
  product,
  scanCount,
} from '../schema/index.ts'
import { number, type RowOf, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'
import { withinBounds } from './within-bounds.ts'

/** Which label of a unit: what its serial is counted in, and its serial. */
export type UnitLabel = { readonly unitSpace: string; readonly serial: number }

/** Suspected labels that one list looks at: the newest. */
const MAX_EXAMINED = 5_000
const MOST_CELLS = 2_000

const SUSPECTED = {
  ...pick(scanCount, 'unitSpace', 'serial', 'firstOn', 'decision', 'decidedAt'),
  ref: text(sql`${scanCount.suspectedRef}`),
  suspectedAt: number(sql`${scanCount.suspectedAt}`),
  scans: scanCount.count,
  batchId: batch.id,
  lot: batch.lot,
  productName: product.name,
  organisationName: organisation.name,
  /** JSON of `[day, province, visitors]`. */
  cells: text(sql`(SELECT json_group_array(json_array(d.day, d.region, d.visitors)) FROM (
    SELECT * FROM label_day WHERE unit_space = ${scanCount.unitSpace}
      AND serial = ${scanCount.serial} ORDER BY day DESC LIMIT ${MOST_CELLS}) d)`),
}

/** A label that more people opened than one package has. */
export type SuspectedLabel = RowOf<typeof SUSPECTED>

/** Suspected labels of batches within bounds, newest first; those nobody has decided on, or the others. */
export function listSuspected(
  db: Database,
  asked: { readonly bounds: Bounds; readonly decided: boolean; readonly limit: number },
): Promise<SuspectedLabel[]> {
  const decided = asked.decided ? sql`IS NOT NULL` : sql`IS NULL`
  return rowsOf(
    db,
    SUSPECTED,
    sql`(SELECT * FROM scan_count WHERE suspected_at IS NOT NULL
      ORDER BY suspected_at DESC LIMIT ${MAX_EXAMINED}) scan_count ${OF_BATCH}
    WHERE scan_count.decision ${decided} AND batch.id IN (SELECT p.id FROM ${PLACED}
      WHERE p.id = batch.id AND ${withinBounds(asked.bounds, 'p')})
    ORDER BY scan_count.suspected_at DESC, scan_count.unit_space, scan_count.serial
    LIMIT ${asked.limit}`,
  )
}

/** A suspected label of a batch; null where it is not suspect. */
export function readSuspected(db: Database, label: UnitLabel): Promise<SuspectedLabel | null> {
  const { unitSpace, serial } = label
  return firstOf(
    rowsOf(
      db,
      SUSPECTED,
      sql`scan_count ${OF_BATCH} WHERE scan_count.unit_space = ${unitSpace}
        AND scan_count.serial = ${serial} AND scan_count.suspected_at IS NOT NULL`,
    ),
  )
}

const OF_BATCH = sql`JOIN batch ON batch.ref = scan_count.suspected_ref
  JOIN product ON product.id = batch.product_id
  JOIN organisation ON organisation.id = batch.organisation_id`

/** Where a batch lies: where it was grown, else where its organisation does. */
const PLACED = sql`(SELECT x.id, x.organisation_id,
    coalesce(a.province_code, o.province_code) AS province_code,
    iif(a.id IS NULL, o.commune_code, a.commune_code) AS commune_code
  FROM batch x JOIN organisation o ON o.id = x.organisation_id LEFT JOIN site a ON a.id = (
    SELECT s.site_id FROM batch_code bc JOIN code s ON s.id = bc.code_id
    WHERE bc.batch_id = x.id AND bc.slot = 'growing_area' ORDER BY s.code LIMIT 1)) p`

/** The run that a unit's label was made with; null where there is none. */
export async function readRunOfUnit(
  db: Database,
  label: UnitLabel & { readonly batchId: string },
): Promise<string | null> {
  const { batchId, unitSpace, serial } = label
  const [row] = await db
    .select({ id: labelRun.id })
    .from(labelRun)
    .where(
      and(
        eq(labelRun.batchId, batchId),
        eq(labelRun.unitSpace, unitSpace),
        lte(labelRun.fromSerial, serial),
        gte(labelRun.toSerial, serial),
      ),
    )
    .limit(1)
  return row?.id ?? null
}

/** Holds while a label is suspect since that instant and nobody has decided. */
export function isUndecided({ unitSpace, serial }: UnitLabel, suspectedAt: number): SQL {
  return sql`EXISTS (SELECT 1 FROM scan_count WHERE unit_space = ${unitSpace}
    AND serial = ${serial} AND suspected_at = ${suspectedAt} AND decision IS NULL)`
}

/** Writes what was decided; a dismissal is held against the visitors there were. */
export function decideSuspected(
  db: Database,
  { unitSpace, serial }: UnitLabel,
  decided: {
    readonly decision: (typeof COPY_DECISIONS)[number]
    readonly visitors: number
    readonly at: number
    readonly by: string
  },
): Statement {
  const { decision, visitors, at, by } = decided
  return db.run(sql`UPDATE scan_count SET decision = ${decision}, decided_at = ${at},
      decided_by = ${by}, dismissed_visitors = ${decision === 'dismissed' ? visitors : null}
    WHERE unit_space = ${unitSpace} AND serial = ${serial}`)
}
