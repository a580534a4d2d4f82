import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { Statement } from './run-batch.ts'

export const CHANGED_ENTITIES = [
  'organisation',
  'site',
  'site_crop',
  'code',
  'code_market',
  'code_status_event',
] as const
export type ChangedEntity = (typeof CHANGED_ENTITIES)[number]

/** One thing an import wrote. `before` is null for a new row, else the fields it changed. */
export type RegisterChange = {
  readonly entity: ChangedEntity
  /** Of a crop: its site. Of a market: its code. */
  readonly entityId: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>>
}

/** Notes changes in order, to stand in the batch that makes them. */
export function noteChanges(
  db: Database,
  input: { readonly importId: string; readonly changes: readonly RegisterChange[] },
): Statement[] {
  const { importId, changes } = input
  if (changes.length === 0) return []
  const rows = JSON.stringify(
    changes.map(({ entity, entityId, before, after }) => [entity, entityId, before, after]),
  )
  return [
    db.run(sql`INSERT INTO import_change (import_id, seq, entity, entity_id, before, after)
      SELECT ${importId}, (SELECT coalesce(max(seq), -1) + 1 FROM import_change
          WHERE import_id = ${importId}) + key,
        value->>0, value->>1, value->2, value->3 FROM json_each(${rows})`),
  ]
}

export type StoredChange = RegisterChange & { readonly seq: number }

/** The changes of an import before `beforeSeq`, newest first. */
export async function readChangesBack(
  db: Database,
  input: { readonly importId: string; readonly beforeSeq: number; readonly limit: number },
): Promise<StoredChange[]> {
  type Row = { seq: number; entity: ChangedEntity; entityId: string; before: string; after: string }
  const rows = await db.all<Row>(sql`
    SELECT seq, entity, entity_id AS entityId, before, after FROM import_change
    WHERE import_id = ${input.importId} AND seq < ${input.beforeSeq}
    ORDER BY seq DESC LIMIT ${input.limit}`)
  return rows.map((row) => ({
    ...row,
    before: JSON.parse(row.before) as StoredChange['before'],
    after: JSON.parse(row.after) as StoredChange['after'],
  }))
}

/** How many changes an import made. They are numbered from 0 without gaps. */
export async function countChanges(db: Database, importId: string): Promise<number> {
  const [row] = await db.all<{ last: number | null }>(sql`
    SELECT max(seq) AS last FROM import_change WHERE import_id = ${importId}`)
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
