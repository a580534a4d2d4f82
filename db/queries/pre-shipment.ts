import { desc, eq, type SQL, sql } from 'drizzle-orm'
import type { SiteKind } from '../../worker/domain/standing/types.ts'
import type { Database } from '../client.ts'
import {
  batch,
  batchAllowance,
  batchCheck,
  batchRelease,
  certification,
  inspection,
  product,
  residueResult,
  residueSample,
} from '../schema/index.ts'
import { json, maybe, type RowOf, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import { insertOf, readOf } from './row-statements.ts'
import { rowsOf } from './rows-of.ts'

/** What is looked at for one batch, of each kind, at most; the newest first. */
const MOST_OF_EACH = 300
const MOST_RESULTS = 5_000

const TEST = pick(
  certification,
  ...(['id', 'analyte', 'result', 'unit', 'verdict', 'state', 'sampledOn'] as const),
  ...(['issuedBy', 'number'] as const),
)

const SAMPLE = pick(
  residueSample,
  ...(['id', 'siteId', 'batchId', 'crop', 'takenOn', 'laboratory', 'reportNo'] as const),
)

const RESULT = {
  ...pick(residueResult, 'sampleId', 'analyte', 'analyteKey', 'relation'),
  value: maybe(residueResult.value),
  unit: maybe(residueResult.unit),
}

const INSPECTION = pick(inspection, 'id', 'siteId', 'inspectedOn', 'outcome', 'inspectorName')

/**
 * All that may prove a check of a batch since a day, in one round trip: tests of it, samples of it and
 * of its growing areas, minutes of its places, its own records, and what officers let through.
 */
export async function readCheckFacts(
  db: Database,
  { batchId, since }: { readonly batchId: string; readonly since: string },
) {
  const samples = sampleIds(batchId, since)
  const [tests, sampled, results, inspections, records, allowances] = await db.batch([
    rowsOf(
      db,
      TEST,
      sql`certification WHERE batch_id = ${batchId} AND kind = 'lab_test'
        AND state IN ('declared', 'confirmed') ORDER BY created_at DESC LIMIT ${MOST_OF_EACH}`,
    ),
    rowsOf(db, SAMPLE, sql`(${samples}) s JOIN residue_sample ON residue_sample.id = s.id`),
    rowsOf(
      db,
      RESULT,
      sql`(${samples}) s JOIN residue_result ON residue_result.sample_id = s.id
        ORDER BY residue_result.recorded_at, residue_result.rowid LIMIT ${MOST_RESULTS}`,
    ),
    rowsOf(
      db,
      INSPECTION,
      sql`inspection WHERE site_id IN (${sitesOf(batchId)}) AND inspected_on >= ${since}
        ORDER BY inspected_on DESC LIMIT ${MOST_OF_EACH}`,
    ),
    db
      .select()
      .from(batchCheck)
      .where(eq(batchCheck.batchId, batchId))
      .orderBy(desc(batchCheck.recordedAt), desc(sql`${batchCheck}.rowid`))
      .limit(MOST_OF_EACH),
    db
      .select()
      .from(batchAllowance)
      .where(sql`${batchAllowance.batchId} = ${batchId} AND ${batchAllowance.kind} = 'check'`)
      .orderBy(batchAllowance.recordedAt, sql`${batchAllowance}.rowid`)
      .limit(MOST_OF_EACH),
  ])
  return { tests, samples: sampled, results, inspections, records, allowances }
}

export type CheckFactRows = Awaited<ReturnType<typeof readCheckFacts>>

/** Reported samples of a batch, and of its growing areas since a day. */
export function sampleIds(batchId: string, since: string): SQL {
  return sql`SELECT id FROM (
    SELECT id, taken_on FROM residue_sample WHERE batch_id = ${batchId} AND state = 'reported'
    UNION
    SELECT id, taken_on FROM residue_sample WHERE site_id IN (${sitesOf(batchId)})
      AND taken_on >= ${since} AND state = 'reported'
    ORDER BY taken_on DESC LIMIT ${MOST_OF_EACH})`
}

function sitesOf(batchId: string): SQL {
  return sql`SELECT c.site_id FROM batch_code bc JOIN code c ON c.id = bc.code_id
    WHERE bc.batch_id = ${batchId}`
}

/**
 * A text that differs whenever something that proves a check of a batch does, or any rule of a market:
 * append-only rows are counted, samples by their versions. `batchSourcesVersion` holds the rest.
 */
export function checksVersion(batchId: string): SQL {
  const sampled = sql`SELECT id, version FROM residue_sample WHERE batch_id = ${batchId}
    UNION SELECT id, version FROM residue_sample WHERE site_id IN (${sitesOf(batchId)})`
  return sql`(SELECT json_array(
    (SELECT max(rowid) FROM market_rule),
    (SELECT json_group_array(json_array(id, version)) FROM (SELECT * FROM (${sampled}) ORDER BY id)),
    (SELECT count(*) FROM residue_result WHERE sample_id IN (SELECT id FROM (${sampled}))),
    (SELECT count(*) FROM inspection WHERE site_id IN (${sitesOf(batchId)})),
    (SELECT count(*) FROM batch_check WHERE batch_id = ${batchId}),
    (SELECT count(*) FROM batch_allowance WHERE batch_id = ${batchId})))`
}

/** A place that a batch names, with its crops as they were written. */
export type CheckedPlace = {
  readonly siteId: string
  readonly slot: SiteKind
  readonly crops: readonly string[]
}

function checkedFields(batchId: string) {
  return {
    ...pick(batch, 'id', 'markets', 'packedOn', 'harvestedOn', 'seasonFrom'),
    ...pick(batch, 'quantityValue', 'quantityUnit'),
    productName: product.name,
    places: json<readonly CheckedPlace[]>(sql`(SELECT json_group_array(json_object(
        'siteId', site_id, 'slot', slot, 'crops', json(crops))) FROM (
      SELECT DISTINCT c.site_id, bc.slot, (SELECT json_group_array(crop) FROM (
          SELECT crop FROM site_crop WHERE site_id = c.site_id ORDER BY crop)) AS crops
      FROM batch_code bc JOIN code c ON c.id = bc.code_id
      WHERE bc.batch_id = ${batchId} ORDER BY c.site_id))`),
    version: text(checksVersion(batchId)),
  }
}

/** What of a batch tells which checks it needs, and how all that proves them looked then. */
export function readCheckedBatch(db: Database, batchId: string) {
  return firstOf(
    rowsOf(
      db,
      checkedFields(batchId),
      sql`batch JOIN product ON product.id = batch.product_id WHERE batch.id = ${batchId}`,
    ),
  )
}

export type CheckedBatch = RowOf<ReturnType<typeof checkedFields>>

export const insertBatchCheck = insertOf(batchCheck)

/** Keeps the checks a batch is released with: once, whatever is printed of it later. */
export const insertRelease = insertOf(batchRelease)

export const readRelease = readOf(batchRelease, batchRelease.batchId)
