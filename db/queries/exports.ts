import { type SQL, sql } from 'drizzle-orm'
import { LISTED_FACTS, type ListedFacts } from '../../worker/domain/sites/site-facts.ts'
import type { Database } from '../client.ts'
import { namedColumns } from './named-columns.ts'

/** One code with all that a list for officers says of it; markets, crops and events are JSON arrays. */
export type ExportRow = ListedFacts & {
  readonly code: string
  readonly kindName: string
  readonly siteName: string
  readonly holderName: string
  readonly holderKind: string
  readonly hamlet: string | null
  readonly communeName: string | null
  readonly formerDistrict: string | null
  readonly provinceName: string | null
  readonly areaHa: number | null
  readonly legacyCode: string | null
  readonly externalId: string | null
  readonly siteExternalId: string | null
  readonly crops: string
  readonly markets: string
  readonly events: string
  /** Ids of those events that end a term. */
  readonly termEnds: string
}

/** What a list is narrowed by; null leaves a filter out. */
export type ExportFilter = {
  readonly provinceCode: string | null
  readonly communeCode: string | null
  readonly kind: string | null
  readonly cropFolded: string | null
  readonly market: string | null
}

/** Certain codes in force, in the order they are asked for. */
export async function readExportRowsOf(
  db: Database,
  codes: readonly string[],
): Promise<ExportRow[]> {
  const rows = await db.all<ExportRow>(sql`${SELECT_ROW}
    WHERE c.code IN (SELECT value FROM json_each(${JSON.stringify(codes)}))
      AND c.withdrawn_at IS NULL`)
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return codes.flatMap((code) => byCode.get(code) ?? [])
}

/** Codes in force after `after` in alphabetical order, at most `limit` of them. */
export function readExportRows(
  db: Database,
  input: { readonly filter: ExportFilter; readonly after: string; readonly limit: number },
): Promise<ExportRow[]> {
  const { filter, after, limit } = input
  return db.all<ExportRow>(sql`${SELECT_ROW}
    WHERE c.code > ${after} AND c.withdrawn_at IS NULL AND ${conditionsOf(filter)}
    ORDER BY c.code LIMIT ${limit}`)
}

const SELECT_ROW = sql`SELECT c.code, k.name_vi AS kindName, s.name AS siteName,
      o.name AS holderName, o.kind AS holderKind, s.hamlet, s.commune_name AS communeName,
      s.former_district AS formerDistrict, s.province_name AS provinceName, s.area_ha AS areaHa,
      ${namedColumns('s', LISTED_FACTS)},
      c.legacy_code AS legacyCode, c.external_id AS externalId, s.external_id AS siteExternalId,
      (SELECT json_group_array(json_array(x.crop, x.planted_area_ha)) FROM (
        SELECT crop, planted_area_ha FROM site_crop WHERE site_id = s.id ORDER BY crop_folded) x
      ) AS crops,
      (SELECT json_group_array(json_array(m.market, m.valid_to, m.external_id)) FROM (
        SELECT * FROM code_market WHERE code_id = c.id ORDER BY market) m) AS markets,
      (SELECT json_group_array(json_array(e.id, e.market, e.status, e.effective_on, e.recorded_at,
        e.reason, e.document_no, NULL, e.amends_id)) FROM (
        SELECT * FROM counted_decision WHERE code_id = c.id) e
      ) AS events,
      (SELECT json_group_array(e.id) FROM counted_decision e
        WHERE e.code_id = c.id AND e.ends_term = 1) AS termEnds
    FROM code c JOIN site s ON s.id = c.site_id JOIN organisation o ON o.id = s.organisation_id
      JOIN site_kind k ON k.id = s.kind`

function conditionsOf(filter: ExportFilter): SQL {
  const { provinceCode, communeCode, kind, cropFolded, market } = filter
  const conditions: SQL[] = [sql`true`]
  if (provinceCode !== null) conditions.push(sql`s.province_code = ${provinceCode}`)
  if (communeCode !== null) conditions.push(sql`s.commune_code = ${communeCode}`)
  if (kind !== null) conditions.push(sql`s.kind = ${kind}`)
  if (cropFolded !== null) {
    conditions.push(sql`EXISTS (SELECT 1 FROM site_crop f WHERE f.site_id = s.id
      AND (f.crop_folded = ${cropFolded} OR (f.crop_folded >= ${`${cropFolded} `}
        AND f.crop_folded < ${`${cropFolded}!`})))`)
  }
  if (market !== null) {
    conditions.push(sql`EXISTS (SELECT 1 FROM code_market f
      WHERE f.code_id = c.id AND f.market = ${market})`)
  }
  return sql.join(conditions, sql` AND `)
}
