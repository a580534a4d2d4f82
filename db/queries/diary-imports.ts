import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batch, code, diaryEvent, organisation, site } from '../schema/index.ts'
import { among } from './among.ts'
import { flag, json, type RowOf } from './fields.ts'
import { inPages } from './in-pages.ts'
import { insertRows } from './insert-rows.ts'
import { pick } from './pick.ts'
import type { Statement } from './run-batch.ts'

const SITE = {
  ...pick(code, 'code', 'siteId'),
  organisationId: organisation.id,
  orgName: organisation.name,
  orgKind: organisation.kind,
}

/** A place whose diary is read in, with its holder. */
export type DiarySite = RowOf<typeof SITE>

const BATCH = {
  ...pick(batch, 'id', 'ref', 'lot', 'organisationId'),
  /** The sites it is packed from. */
  siteIds: json<readonly string[]>(sql`(SELECT json_group_array(c.site_id) FROM batch_code bc
    JOIN code c ON c.id = bc.code_id WHERE bc.batch_id = ${batch.id})`),
}

/** A batch that a diary line may name, by its REF or its lot number. */
export type DiaryBatch = RowOf<typeof BATCH>

const ROWS_PER_PAGE = 5_000

/** The sites of codes under these search keys. */
export function readDiarySites(db: Database, keys: readonly string[]): Promise<DiarySite[]> {
  return inPages(keys, ROWS_PER_PAGE, (page) =>
    db
      .select(SITE)
      .from(code)
      .innerJoin(site, eq(site.id, code.siteId))
      .innerJoin(organisation, eq(organisation.id, site.organisationId))
      .where(sql`${code.searchKey} IN ${among(page)}`),
  )
}

/** Batches of these REFs, and those of these lots that the sites or their holders have a part in. */
export function readDiaryBatches(
  db: Database,
  input: {
    readonly refs: readonly string[]
    readonly lots: readonly string[]
    readonly siteIds: readonly string[]
  },
): Promise<DiaryBatch[]> {
  const [refs, lots, siteIds] = [among(input.refs), among(input.lots), among(input.siteIds)]
  const isNamed = sql`${batch.id} IN (
    SELECT id FROM batch WHERE ref IN ${refs}
    UNION SELECT x.id FROM batch x WHERE x.lot IN ${lots} AND x.organisation_id IN (
      SELECT organisation_id FROM site WHERE id IN ${siteIds})
    UNION SELECT bc.batch_id FROM code c JOIN batch_code bc ON bc.code_id = c.id
      JOIN batch y ON y.id = bc.batch_id WHERE c.site_id IN ${siteIds} AND y.lot IN ${lots})`
  return db
    .select(BATCH)
    .from(batch)
    .where(and(isNamed, isNull(batch.annulledAt)))
}

export type NewDiaryEvent = Omit<
  typeof diaryEvent.$inferInsert,
  'recordedAt' | 'importId' | 'photos' | 'amendsId' | 'retracts' | 'reason'
>

/** Stores entries; one that is on record already is left as it is. */
export function insertDiaryEvents(
  db: Database,
  rows: readonly NewDiaryEvent[],
  marks: { readonly recordedAt: number; readonly importId: string },
): Statement {
  const entries = rows.map((row) => ({ ...row, ...marks, photos: [] }))
  return insertRows(db, diaryEvent, entries).onConflictDoNothing({
    target: [diaryEvent.siteId, diaryEvent.fingerprint],
  })
}

const ENTRY = {
  ...pick(diaryEvent, 'id', 'siteId', 'batchId', 'occurredOn'),
  ...pick(site, 'organisationId', 'provinceCode', 'communeCode'),
  isVerified: flag(
    sql`EXISTS (SELECT 1 FROM diary_verification v WHERE v.diary_event_id = ${diaryEvent.id})`,
  ),
}

/** A diary entry as far as a check of it goes. */
export type DiaryEntryRow = RowOf<typeof ENTRY>

/** Entries of a site on a day, or the one of an id. */
export function findDiaryEntries(
  db: Database,
  input: { readonly id: string } | { readonly siteId: string; readonly occurredOn: string },
): Promise<DiaryEntryRow[]> {
  const which =
    'id' in input
      ? eq(diaryEvent.id, input.id)
      : and(eq(diaryEvent.siteId, input.siteId), eq(diaryEvent.occurredOn, input.occurredOn))
  return db
    .select(ENTRY)
    .from(diaryEvent)
    .innerJoin(site, eq(site.id, diaryEvent.siteId))
    .where(which)
    .orderBy(sql`${diaryEvent}.rowid`)
    .limit(500)
}
