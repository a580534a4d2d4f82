import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batchAllowance, batchCode, code, organisation, site } from '../schema/index.ts'
import type { BatchRow } from './batches.ts'
import { maybe, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import { insertPartOf } from './row-statements.ts'

export type AllowanceInsert = typeof batchAllowance.$inferInsert
export type BatchHindrance = AllowanceInsert['kind']

export const insertAllowance = insertPartOf(batchAllowance)

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
  const { id, provinceCode, communeCode } = organisation
  const [row] = await db
    .select({
      organisationId: id,
      provinceCode: maybe(text(sql`coalesce(${site.provinceCode}, ${provinceCode})`)),
      communeCode: maybe(text(sql`iif(${site.id} IS NULL, ${communeCode}, ${site.communeCode})`)),
    })
    .from(organisation)
    .leftJoin(
      site,
      sql`${site.id} = (SELECT c.site_id FROM batch_code bc JOIN code c ON c.id = bc.code_id
        WHERE bc.batch_id = ${batch.id} AND bc.slot = 'growing_area' ORDER BY c.code LIMIT 1)`,
    )
    .where(eq(id, batch.organisationId))
  if (row === undefined) throw new Error('a batch without its organisation')
  return row
}
