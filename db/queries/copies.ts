import { type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import type { COPY_DECISIONS } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'
import { withinBounds } from './within-bounds.ts'

/** Which label of a unit: what its serial is counted in, and its serial. */
export type UnitLabel = { readonly unitSpace: string; readonly serial: number }

/** A label that more people opened than one package has. */
export type SuspectedLabel = UnitLabel & {
  readonly ref: string
  readonly batchId: string
  readonly lot: string
  readonly productName: string
  readonly organisationName: string
  readonly scans: number
  readonly firstOn: string
  readonly suspectedAt: number
  readonly decision: (typeof COPY_DECISIONS)[number] | null
  readonly decidedAt: number | null
  /** JSON of `[day, province, visitors]`. */
  readonly cells: string
}

/** Suspected labels that one list looks at: the newest. */
const MAX_EXAMINED = 5_000
const MOST_CELLS = 2_000

/** Suspected labels of batches within bounds, newest first; those nobody has decided on, or the others. */
export function listSuspected(
  db: Database,
  asked: { readonly bounds: Bounds; readonly decided: boolean; readonly limit: number },
): Promise<SuspectedLabel[]> {
  const decided = asked.decided ? sql`IS NOT NULL` : sql`IS NULL`
  return db.all<SuspectedLabel>(sql`SELECT ${COLUMNS}
    FROM (SELECT * FROM scan_count WHERE suspected_at IS NOT NULL
      ORDER BY suspected_at DESC LIMIT ${MAX_EXAMINED}) c ${OF_BATCH}
    WHERE c.decision ${decided} AND b.id IN (SELECT p.id FROM ${PLACED}
      WHERE p.id = b.id AND ${withinBounds(asked.bounds, 'p')})
    ORDER BY c.suspected_at DESC, c.unit_space, c.serial LIMIT ${asked.limit}`)
}

/** A suspected label of a batch; null where it is not suspect. */
export async function readSuspected(
  db: Database,
  label: UnitLabel,
): Promise<SuspectedLabel | null> {
  const [row] = await db.all<SuspectedLabel>(sql`SELECT ${COLUMNS} FROM scan_count c ${OF_BATCH}
    WHERE c.unit_space = ${label.unitSpace} AND c.serial = ${label.serial}
      AND c.suspected_at IS NOT NULL`)
  return row ?? null
}

const COLUMNS = sql`c.unit_space AS unitSpace, c.serial, c.suspected_ref AS ref, b.id AS batchId,
  b.lot, product.name AS productName, organisation.name AS organisationName, c.count AS scans,
  c.first_on AS firstOn, c.suspected_at AS suspectedAt, c.decision, c.decided_at AS decidedAt,
  (SELECT json_group_array(json_array(d.day, d.region, d.visitors)) FROM (
    SELECT * FROM label_day WHERE unit_space = c.unit_space AND serial = c.serial
    ORDER BY day DESC LIMIT ${MOST_CELLS}) d) AS cells`

const OF_BATCH = sql`JOIN batch b ON b.ref = c.suspected_ref
  JOIN product ON product.id = b.product_id
  JOIN organisation ON organisation.id = b.organisation_id`

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
  const [row] = await db.all<{ id: string }>(sql`SELECT id FROM label_run
    WHERE batch_id = ${batchId} AND unit_space = ${unitSpace}
      AND from_serial <= ${serial} AND to_serial >= ${serial} LIMIT 1`)
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
