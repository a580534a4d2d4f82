import { and, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { importChange } from '../schema/index.ts'
import { maybe, number } from './fields.ts'
import { firstOf } from './first-of.ts'
import { listed } from './listed.ts'
import type { Statement } from './run-batch.ts'

/** One thing an import wrote. `before` is null for a new row, else the fields it changed. */
export type RegisterChange = Omit<StoredChange, 'seq'>
export type ChangedEntity = RegisterChange['entity']

/** Notes changes in order, to stand in the batch that makes them. */
export function noteChanges(
  db: Database,
  input: { readonly importId: string; readonly changes: readonly RegisterChange[] },
): Statement[] {
  const { importId, changes } = input
  if (changes.length === 0) return []
  const { rows, of, json } = listed(changes)
  return [
    db.run(sql`INSERT INTO import_change (import_id, seq, entity, entity_id, before, after)
      SELECT ${importId}, (SELECT coalesce(max(seq), -1) + 1 FROM import_change
          WHERE import_id = ${importId}) + key,
        ${of('entity')}, ${of('entityId')}, ${json('before')}, ${json('after')} FROM ${rows}`),
  ]
}

type ChangeRow = typeof importChange.$inferSelect

export type StoredChange = Pick<ChangeRow, 'seq' | 'entity' | 'entityId' | 'before'> & {
  readonly after: NonNullable<ChangeRow['after']>
}

/** The changes of an import before `beforeSeq`, newest first. */
export async function readChangesBack(
  db: Database,
  input: { readonly importId: string; readonly beforeSeq: number; readonly limit: number },
): Promise<StoredChange[]> {
  const rows = await db
    .select()
    .from(importChange)
    .where(and(eq(importChange.importId, input.importId), lt(importChange.seq, input.beforeSeq)))
    .orderBy(desc(importChange.seq))
    .limit(input.limit)
  return rows.map((row) => ({ ...row, after: row.after ?? {} }))
}

/** How many changes an import made. They are numbered from 0 without gaps. */
export async function countChanges(db: Database, importId: string): Promise<number> {
  const last = maybe(number(sql`max(${importChange.seq})`))
  const row = await firstOf(
    db.select({ last }).from(importChange).where(eq(importChange.importId, importId)),
  )
  return (row?.last ?? -1) + 1
}

/** True, as a condition, where an import changed something that lies outside a place now. */
export function importReachesBeyond(input: {
  readonly importId: string
  readonly provinceCode: string
  readonly communeCode: string | null
}): SQL {
  const { importId, provinceCode, communeCode } = input
  return sql`EXISTS (SELECT 1 FROM import_change x
    LEFT JOIN code c ON c.id = CASE x.entity WHEN 'code' THEN x.entity_id
      WHEN 'code_market' THEN x.entity_id WHEN 'code_status_event' THEN x.after ->> 'codeId' END
    JOIN site s ON s.id = CASE WHEN x.entity IN ('site', 'site_crop') THEN x.entity_id
      ELSE c.site_id END
    WHERE x.import_id = ${importId} AND (s.province_code IS NOT ${provinceCode}
      OR (${communeCode} IS NOT NULL AND s.commune_code IS NOT ${communeCode})))`
}

/** Organisations and codes that an import added itself, as far as it came. */
export async function readMadeByImport(db: Database, importId: string): Promise<Set<string>> {
  const { entity, before, entityId } = importChange
  const isNew = sql`coalesce(json_type(${before}), 'null') = 'null'`
  const rows = await db
    .select({ id: entityId })
    .from(importChange)
    .where(
      and(eq(importChange.importId, importId), inArray(entity, ['organisation', 'code']), isNew),
    )
  return new Set(rows.map(({ id }) => id))
}
