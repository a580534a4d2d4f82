import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { inPages } from './in-pages.ts'
import type { Statement } from './run-batch.ts'

/** A place whose diary is read in, with its holder. */
export type DiarySite = {
  readonly code: string
  readonly siteId: string
  readonly organisationId: string
  readonly orgName: string
  readonly orgKind: string
}

/** A batch that a diary line may name, by its REF or its lot number. */
export type DiaryBatch = {
  readonly id: string
  readonly ref: string
  readonly lot: string
  readonly organisationId: string
  /** JSON array of the sites it is packed from. */
  readonly siteIds: string
}

export type NewDiaryEvent = {
  readonly id: string
  readonly siteId: string
  readonly batchId: string | null
  readonly kind: string
  readonly occurredOn: string
  readonly summary: string
  readonly details: Readonly<Record<string, string | number>>
  readonly declaredByRole: string
  readonly declaredByName: string
  readonly fingerprint: string
}

const ROWS_PER_PAGE = 5_000

/** The sites of codes under these search keys. */
export function readDiarySites(db: Database, keys: readonly string[]): Promise<DiarySite[]> {
  return inPages(keys, ROWS_PER_PAGE, (page) =>
    db.all<DiarySite>(sql`
      SELECT c.code, c.site_id AS siteId, o.id AS organisationId, o.name AS orgName, o.kind AS orgKind
      FROM code c JOIN site s ON s.id = c.site_id JOIN organisation o ON o.id = s.organisation_id
      WHERE c.search_key IN (SELECT value FROM json_each(${JSON.stringify(page)}))`),
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
  const list = (values: readonly string[]) =>
    sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`
  return db.all<DiaryBatch>(sql`
    SELECT b.id, b.ref, b.lot, b.organisation_id AS organisationId,
      (SELECT json_group_array(c.site_id) FROM batch_code bc JOIN code c ON c.id = bc.code_id
        WHERE bc.batch_id = b.id) AS siteIds
    FROM batch b WHERE b.id IN (
      SELECT id FROM batch WHERE ref IN ${list(input.refs)}
      UNION SELECT x.id FROM batch x WHERE x.lot IN ${list(input.lots)} AND x.organisation_id IN (
        SELECT organisation_id FROM site WHERE id IN ${list(input.siteIds)})
      UNION SELECT bc.batch_id FROM code c JOIN batch_code bc ON bc.code_id = c.id
        JOIN batch y ON y.id = bc.batch_id
        WHERE c.site_id IN ${list(input.siteIds)} AND y.lot IN ${list(input.lots)})
      AND b.annulled_at IS NULL`)
}

/** Which of these (site, fingerprint) pairs are on record, as `site\nfingerprint`. */
export async function readKnownFingerprints(
  db: Database,
  pairs: readonly { readonly siteId: string; readonly fingerprint: string }[],
): Promise<Set<string>> {
  const rows = await inPages(pairs, ROWS_PER_PAGE, (page) => {
    const json = JSON.stringify(page.map(({ siteId, fingerprint }) => [siteId, fingerprint]))
    return db.all<{ siteId: string; fingerprint: string }>(sql`
      SELECT e.site_id AS siteId, e.fingerprint FROM json_each(${json}) w
      JOIN diary_event e ON e.site_id = w.value->>0 AND e.fingerprint = w.value->>1`)
  })
  return new Set(rows.map((row) => `${row.siteId}\n${row.fingerprint}`))
}

/** Stores entries; one that is on record already is left as it is. */
export function insertDiaryEvents(
  db: Database,
  rows: readonly NewDiaryEvent[],
  marks: { readonly recordedAt: number; readonly importId: string },
): Statement {
  const json = JSON.stringify(
    rows.map((row) => [
      row.id,
      row.siteId,
      row.batchId,
      row.kind,
      row.occurredOn,
      row.summary,
      JSON.stringify(row.details),
      row.declaredByRole,
      row.declaredByName,
      row.fingerprint,
    ]),
  )
  return db.run(sql`
    INSERT INTO diary_event (id, site_id, batch_id, kind, occurred_on, recorded_at, summary, details,
      photos, declared_by_role, declared_by_name, fingerprint, import_id)
    SELECT value->>0, value->>1, value->>2, value->>3, value->>4, ${marks.recordedAt}, value->>5,
      value->>6, '[]', value->>7, value->>8, value->>9, ${marks.importId}
    FROM json_each(${json}) WHERE true ON CONFLICT (site_id, fingerprint) DO NOTHING`)
}

/** A diary entry as far as a check of it goes. */
export type DiaryEntryRow = {
  readonly id: string
  readonly siteId: string
  readonly batchId: string | null
  readonly occurredOn: string
  readonly organisationId: string
  readonly provinceCode: string | null
  readonly communeCode: string | null
  readonly isVerified: boolean
}

/** Entries of a site on a day, or the one of an id. */
export async function findDiaryEntries(
  db: Database,
  input: { readonly id: string } | { readonly siteId: string; readonly occurredOn: string },
): Promise<DiaryEntryRow[]> {
  const which =
    'id' in input
      ? sql`e.id = ${input.id}`
      : sql`e.site_id = ${input.siteId} AND e.occurred_on = ${input.occurredOn}`
  const rows = await db.all<Omit<DiaryEntryRow, 'isVerified'> & { checks: number }>(sql`
    SELECT e.id, e.site_id AS siteId, e.batch_id AS batchId, e.occurred_on AS occurredOn,
      s.organisation_id AS organisationId, s.province_code AS provinceCode,
      s.commune_code AS communeCode,
      (SELECT count(*) FROM diary_verification v WHERE v.diary_event_id = e.id) AS checks
    FROM diary_event e JOIN site s ON s.id = e.site_id WHERE ${which} ORDER BY e.rowid LIMIT 500`)
  return rows.map(({ checks, ...row }) => ({ ...row, isVerified: checks > 0 }))
}
