import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batchAllowance, batchCode, code, site } from '../schema/index.ts'
import type { BatchRow } from './batches.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import type { Statement } from './run-batch.ts'

export type AllowanceInsert = typeof batchAllowance.$inferInsert
export type BatchHindrance = AllowanceInsert['kind']

export function insertAllowance(db: Database, row: AllowanceInsert): Statement {
  return db.insert(batchAllowance).values(row)
}

/** A code of a batch with whose it is and where it lies. */
export type BatchCodePlace = {
  readonly codeId: string
  readonly organisationId: string
  readonly provinceCode: string | null
  readonly communeCode: string | null
}

export function readBatchCode(
  db: Database,
  input: { batchId: string; code: string },
): Promise<BatchCodePlace | null> {
  return firstOf(
    db
      .select({
        codeId: code.id,
        ...pick(site, 'organisationId', 'provinceCode', 'communeCode'),
      })
      .from(batchCode)
      .innerJoin(code, eq(code.id, batchCode.codeId))
      .innerJoin(site, eq(site.id, code.siteId))
      .where(and(eq(batchCode.batchId, input.batchId), eq(code.code, input.code)))
      .limit(1),
  )
}

/** Where a batch comes from: its first growing area, else its producer. */
export async function readBatchPlace(
  db: Database,
  batch: Pick<BatchRow, 'id' | 'organisationId'>,
): Promise<Omit<BatchCodePlace, 'codeId'>> {
  const [row] = await db.all<Omit<BatchCodePlace, 'codeId'>>(sql`
    SELECT o.id AS organisationId,
      coalesce(a.province_code, o.province_code) AS provinceCode,
      iif(a.id IS NULL, o.commune_code, a.commune_code) AS communeCode
    FROM organisation o LEFT JOIN site a ON a.id = (
      SELECT c.site_id FROM batch_code bc JOIN code c ON c.id = bc.code_id
      WHERE bc.batch_id = ${batch.id} AND bc.slot = 'growing_area' ORDER BY c.code LIMIT 1)
    WHERE o.id = ${batch.organisationId}`)
  if (row === undefined) throw new Error('a batch without its organisation')
  return row
}
