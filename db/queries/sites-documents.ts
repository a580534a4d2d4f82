import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { Statement } from './run-batch.ts'

export type DocumentRow = {
  readonly id: string
  readonly siteId: string
  readonly kind: string
  readonly title: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly storeKey: string
  readonly createdAt: number
  readonly withdrawnAt: number | null
}

/** A paper kept with a place. */
export async function readSiteDocument(
  db: Database,
  input: { readonly siteId: string; readonly id: string },
): Promise<DocumentRow | null> {
  const [row] = await db.all<DocumentRow>(sql`
    SELECT id, entity_id AS siteId, kind, title, file_name AS fileName, media_type AS mediaType,
      bytes, sha256, store_key AS storeKey, created_at AS createdAt, withdrawn_at AS withdrawnAt
    FROM attachment WHERE id = ${input.id} AND entity = 'site' AND entity_id = ${input.siteId}
    LIMIT 1`)
  return row ?? null
}

export function insertSiteDocument(
  db: Database,
  row: Omit<DocumentRow, 'withdrawnAt'> & { readonly actor: string },
): Statement {
  return db.run(sql`
    INSERT INTO attachment (id, entity, entity_id, kind, title, file_name, media_type, bytes,
      sha256, store_key, created_at, actor)
    VALUES (${row.id}, 'site', ${row.siteId}, ${row.kind}, ${row.title}, ${row.fileName},
      ${row.mediaType}, ${row.bytes}, ${row.sha256}, ${row.storeKey}, ${row.createdAt}, ${row.actor})`)
}

/** Holds while the place does not keep that very file. */
export function isNewDocument(siteId: string, sha256: string) {
  return sql`NOT EXISTS (SELECT 1 FROM attachment WHERE entity = 'site' AND entity_id = ${siteId}
    AND sha256 = ${sha256} AND withdrawn_at IS NULL)`
}

export function withdrawSiteDocument(
  db: Database,
  input: { readonly id: string; readonly at: number },
): Statement {
  return db.run(sql`UPDATE attachment SET withdrawn_at = ${input.at} WHERE id = ${input.id}`)
}

export function documentStands(id: string) {
  return sql`EXISTS (SELECT 1 FROM attachment WHERE id = ${id} AND withdrawn_at IS NULL)`
}
