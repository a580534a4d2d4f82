import { desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { diaryEvent, site } from '../schema/index.ts'
import { among } from './among.ts'
import { flag, type RowOf } from './fields.ts'
import { pick } from './pick.ts'

const ENTRY = {
  ...pick(diaryEvent, 'id', 'siteId', 'batchId', 'kind', 'occurredOn', 'summary', 'details'),
  ...pick(diaryEvent, 'photos', 'declaredByRole', 'declaredByName'),
  siteName: site.name,
  ...pick(site, 'organisationId', 'provinceCode', 'communeCode'),
  isAmended: flag(sql`EXISTS (SELECT 1 FROM diary_event a WHERE a.amends_id = ${diaryEvent.id})`),
}

/** An entry that an import recorded, and whether it was amended since. */
export type ImportedEntry = RowOf<typeof ENTRY>

/** How many entries an import recorded. */
export function countImportedEntries(db: Database, importId: string): Promise<number> {
  return db.$count(diaryEvent, eq(diaryEvent.importId, importId))
}

/** The entries of an import after so many of them, the last recorded first. Nothing is added to them. */
export function readEntriesBack(
  db: Database,
  input: { readonly importId: string; readonly skip: number; readonly limit: number },
): Promise<ImportedEntry[]> {
  return db
    .select(ENTRY)
    .from(diaryEvent)
    .innerJoin(site, eq(site.id, diaryEvent.siteId))
    .where(eq(diaryEvent.importId, input.importId))
    .orderBy(desc(sql`${diaryEvent}.rowid`))
    .limit(input.limit)
    .offset(input.skip)
}

/** Holds while nothing amends any of these entries. */
export function areUnamended(ids: readonly string[]): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM diary_event WHERE amends_id IN ${among(ids)})`
}

/** True, as a condition, where an import recorded entries of a site that lies outside a place now. */
export function diaryReachesBeyond(input: {
  readonly importId: string
  readonly provinceCode: string
  readonly communeCode: string | null
}): SQL {
  const { importId, provinceCode, communeCode } = input
  return sql`EXISTS (SELECT 1 FROM diary_event e JOIN site s ON s.id = e.site_id
    WHERE e.import_id = ${importId} AND (s.province_code IS NOT ${provinceCode}
      OR (${communeCode} IS NOT NULL AND s.commune_code IS NOT ${communeCode})))`
}
