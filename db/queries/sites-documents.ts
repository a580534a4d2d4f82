import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { attachment } from '../schema/index.ts'
import type { RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import type { Statement } from './run-batch.ts'

const { entity, entityId, actor, ...COLUMNS } = getTableColumns(attachment)

const DOCUMENT = { ...COLUMNS, siteId: entityId }

export type DocumentRow = RowOf<typeof DOCUMENT>

const isOf = (siteId: string) => and(eq(entity, 'site'), eq(entityId, siteId))

/** A paper kept with a place. */
export function readSiteDocument(
  db: Database,
  input: { readonly siteId: string; readonly id: string },
): Promise<DocumentRow | null> {
  const isIt = and(eq(attachment.id, input.id), isOf(input.siteId))
  return firstOf(db.select(DOCUMENT).from(attachment).where(isIt).limit(1))
}

export function insertSiteDocument(
  db: Database,
  row: Omit<DocumentRow, 'withdrawnAt'> & { readonly actor: string },
): Statement {
  const { siteId, ...document } = row
  return db.insert(attachment).values({ ...document, entity: 'site', entityId: siteId })
}

/** Holds while the place does not keep that very file. */
export function isNewDocument(siteId: string, sha256: string): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM ${attachment}
    WHERE ${isOf(siteId)} AND sha256 = ${sha256} AND withdrawn_at IS NULL)`
}

export function withdrawSiteDocument(
  db: Database,
  input: { readonly id: string; readonly at: number },
): Statement {
  return db.update(attachment).set({ withdrawnAt: input.at }).where(eq(attachment.id, input.id))
}

export function documentStands(id: string): SQL {
  return sql`EXISTS (SELECT 1 FROM attachment WHERE id = ${id} AND withdrawn_at IS NULL)`
}
