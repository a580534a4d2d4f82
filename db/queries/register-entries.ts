import { and, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { PublicCodeSummary } from '../../worker/domain/codes/public-code.ts'
import {
  PUBLISHED_FACTS,
  type PublishedFactName,
  type PublishedFacts,
} from '../../worker/domain/sites/site-facts.ts'
import type { Database } from '../client.ts'
import { code } from '../schema/index.ts'
import { jsonPairs } from './named-columns.ts'
import { MAY_BE_NAMED } from './register-entry-rules.ts'
import { REGISTER_COPY } from './register-terms.ts'
import type { Statement } from './run-batch.ts'

/** Whose entries in the public register to make anew; a list left out is empty. */
export type EntryTargets = {
  readonly codeIds?: readonly string[]
  /** All codes of these places. */
  readonly siteIds?: readonly string[]
  /** All codes of these holders' places. */
  readonly organisationIds?: readonly string[]
}

/**
 * What the register keeps of a code, as JSON, ready to be listed: only what anyone may know, so the
 * name of a person who has not agreed to be named never gets here (Law 91/2025/QH15).
 */
export type RegisterEntry = Omit<PublicCodeSummary, 'markets' | PublishedFactName> &
  // An entry from before a fact was kept does not have it.
  Partial<PublishedFacts> & {
    /** For lists that lead on to what is not public; never shown. */
    readonly ids: { readonly code: string; readonly site: string }
    readonly supersedes: string | null
    readonly issuedOn: string | null
    /** A point of the place to two decimals, about a kilometre; null where none is known. */
    readonly point: readonly [lat: number, lng: number] | null
    /** Market and the last day of its term. */
    readonly markets: readonly (readonly [market: string, validTo: string | null])[]
    /** Decisions that count (none that was corrected), in the order in which they come to count. */
    readonly decisions: readonly (readonly [market: string, status: string, effectiveOn: string])[]
  }

const ENTRY = sql`json_object(
  'ids', json_object('code', c.id, 'site', s.id), 'code', c.code, 'kind', s.kind, 'scheme', c.scheme,
  'holder', json_object('name', CASE WHEN ${MAY_BE_NAMED} THEN o.name END, 'kind', o.kind),
  'name', CASE WHEN ${MAY_BE_NAMED} THEN s.name ELSE k.name_vi END,
  'commune', s.commune_name, 'province', s.province_name,
  'crops', (SELECT json_group_array(json_object(
      'name', planted.crop, 'variety', planted.variety, 'areaHa', planted.planted_area_ha))
    FROM (SELECT * FROM site_crop WHERE site_id = s.id ORDER BY crop) planted),
  ${jsonPairs('s', PUBLISHED_FACTS)}, 'legacyCode', c.legacy_code,
  'supersedes', (SELECT older.code FROM code older WHERE older.id = c.supersedes_id),
  'issuedOn', c.issued_on,
  'point', CASE WHEN s.lat IS NOT NULL AND s.lng IS NOT NULL
    THEN json_array(round(s.lat, 2), round(s.lng, 2)) END,
  'markets', (SELECT json_group_array(json_array(asked.market, asked.valid_to))
    FROM (SELECT * FROM code_market WHERE code_id = c.id ORDER BY market) asked),
  'decisions', (SELECT json_group_array(json_array(
      decided.market, decided.status, decided.effective_on))
    FROM (SELECT * FROM counted_decision e WHERE e.code_id = c.id
      ORDER BY e.market, e.effective_on, e.recorded_at, e.id) decided))`

const SOURCES = sql`code c JOIN site s ON s.id = c.site_id
  JOIN organisation o ON o.id = s.organisation_id
  JOIN site_kind k ON k.id = s.kind`

/**
 * Makes the register's entries of these codes anew from their sources: place these statements after
 * those that change the sources, in the same atomic batch. A withdrawn code's entry goes. None for
 * no targets.
 */
export function registerEntryStatements(db: Database, targets: EntryTargets): Statement[] {
  const wanted = codesOf(targets)
  return wanted === null ? [] : statements(db, wanted)
}

/**
 * Adds up to `limit` entries that are missing to codes after `after`, in the order of codes; gives how
 * many, and the last code. For a register whose entries were never made, as after a restore.
 */
export async function addMissingEntries(
  db: Database,
  { after, limit }: { after: string; limit: number },
): Promise<{ added: number; last: string }> {
  const missing = await missingEntriesQuery(db, { after, limit })
  const [first, ...rest] = registerEntryStatements(db, { codeIds: missing.map(({ id }) => id) })
  if (first !== undefined) await db.batch([first, ...rest])
  return { added: missing.length, last: missing.at(-1)?.code ?? after }
}

export function missingEntriesQuery(
  db: Database,
  { after, limit }: { after: string; limit: number },
) {
  const isMissing = sql`NOT EXISTS (SELECT 1 FROM register_entry r WHERE r.code_id = ${code.id})`
  return db
    .select({ id: code.id, code: code.code })
    .from(code)
    .where(and(gt(code.code, after), isNull(code.withdrawnAt), isMissing))
    .orderBy(code.code)
    .limit(limit)
}

/** Empties the register's entries, so that all of them are missing. */
export function clearEntriesStatements(db: Database): Statement[] {
  return [db.run(sql`DELETE FROM register_words`), db.run(sql`DELETE FROM register_entry`)]
}

/** Puts the index, grown piece by piece, in one piece: questions take two thirds of the time. */
export async function tidyIndex(db: Database): Promise<void> {
  await db.run(sql`INSERT INTO register_words (register_words) VALUES ('optimize')`)
}

function statements(db: Database, wanted: SQL): Statement[] {
  return [
    db.run(sql`DELETE FROM register_words WHERE rowid IN
      (SELECT seq FROM register_entry WHERE code_id IN (${wanted}))`),
    db.run(sql`DELETE FROM register_entry WHERE code_id IN
      (SELECT id FROM code WHERE id IN (${wanted}) AND withdrawn_at IS NOT NULL)`),
    db.run(sql`INSERT INTO register_entry (code_id, code, search_key, site_id, organisation_id,
        province_code, commune_code, entry)
      SELECT c.id, c.code, c.search_key, s.id, o.id, s.province_code, s.commune_code, ${ENTRY}
      FROM ${SOURCES} WHERE c.id IN (${wanted}) AND c.withdrawn_at IS NULL ORDER BY c.code
      ON CONFLICT (code_id) DO UPDATE SET site_id = excluded.site_id,
        organisation_id = excluded.organisation_id, province_code = excluded.province_code,
        commune_code = excluded.commune_code, entry = excluded.entry`),
    db.run(sql`INSERT INTO register_words (rowid, words)
      SELECT r.seq, ${REGISTER_COPY} FROM ${SOURCES} JOIN register_entry r ON r.code_id = c.id
      WHERE c.id IN (${wanted})`),
  ]
}

function codesOf(targets: EntryTargets): SQL | null {
  const { codeIds = [], siteIds = [], organisationIds = [] } = targets
  const parts: SQL[] = []
  if (codeIds.length > 0) parts.push(sql`SELECT value FROM json_each(${JSON.stringify(codeIds)})`)
  if (siteIds.length > 0) {
    parts.push(sql`SELECT t.id FROM json_each(${JSON.stringify(siteIds)}) j CROSS JOIN code t
      ON t.site_id = j.value`)
  }
  if (organisationIds.length > 0) {
    parts.push(sql`SELECT t.id FROM json_each(${JSON.stringify(organisationIds)}) j
      CROSS JOIN site p ON p.organisation_id = j.value CROSS JOIN code t ON t.site_id = p.id`)
  }
  return parts.length === 0 ? null : sql.join(parts, sql` UNION `)
}
