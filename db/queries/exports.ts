import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { LISTED_FACTS } from '../../worker/domain/sites/site-facts.ts'
import type { Database } from '../client.ts'
import { code, organisation, site, siteKind } from '../schema/index.ts'
import { among } from './among.ts'
import { type RowOf, text } from './fields.ts'
import { pick } from './pick.ts'

const ROW = {
  code: code.code,
  kindName: siteKind.nameVi,
  siteName: site.name,
  holderName: organisation.name,
  holderKind: organisation.kind,
  ...pick(site, 'hamlet', 'communeName', 'formerDistrict', 'provinceName', 'areaHa'),
  ...pick(site, ...LISTED_FACTS),
  ...pick(code, 'legacyCode', 'externalId'),
  siteExternalId: site.externalId,
  crops: text(sql`(SELECT json_group_array(json_array(x.crop, x.planted_area_ha)) FROM (
    SELECT crop, planted_area_ha FROM site_crop WHERE site_id = ${site.id} ORDER BY crop_folded) x)`),
  markets: text(sql`(SELECT json_group_array(json_array(m.market, m.valid_to, m.external_id)) FROM (
    SELECT * FROM code_market WHERE code_id = ${code.id} ORDER BY market) m)`),
  events: text(sql`(SELECT json_group_array(json_array(e.id, e.market, e.status, e.effective_on,
      e.recorded_at, e.reason, e.document_no, NULL, e.amends_id)) FROM (
    SELECT * FROM counted_decision WHERE code_id = ${code.id}) e)`),
  /** Ids of those events that end a term. */
  termEnds: text(sql`(SELECT json_group_array(e.id) FROM counted_decision e
    WHERE e.code_id = ${code.id} AND e.ends_term = 1)`),
}

/** One code with all that a list for officers says of it; markets, crops and events are JSON arrays. */
export type ExportRow = RowOf<typeof ROW>

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
  const rows = await rowsWhere(db, sql`${code.code} IN ${among(codes)}`)
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return codes.flatMap((each) => byCode.get(each) ?? [])
}

/** Codes in force after `after` in alphabetical order, at most `limit` of them. */
export function readExportRows(
  db: Database,
  input: { readonly filter: ExportFilter; readonly after: string; readonly limit: number },
): Promise<ExportRow[]> {
  const { filter, after, limit } = input
  return rowsWhere(db, sql`${code.code} > ${after} AND ${conditionsOf(filter)}`)
    .orderBy(code.code)
    .limit(limit)
}

function rowsWhere(db: Database, condition: SQL) {
  return db
    .select(ROW)
    .from(code)
    .innerJoin(site, eq(site.id, code.siteId))
    .innerJoin(organisation, eq(organisation.id, site.organisationId))
    .innerJoin(siteKind, eq(siteKind.id, site.kind))
    .where(and(condition, isNull(code.withdrawnAt)))
}

function conditionsOf(filter: ExportFilter): SQL {
  const { provinceCode, communeCode, kind, cropFolded, market } = filter
  const conditions: SQL[] = [sql`true`]
  if (provinceCode !== null) conditions.push(sql`site.province_code = ${provinceCode}`)
  if (communeCode !== null) conditions.push(sql`site.commune_code = ${communeCode}`)
  if (kind !== null) conditions.push(sql`site.kind = ${kind}`)
  if (cropFolded !== null) {
    conditions.push(sql`EXISTS (SELECT 1 FROM site_crop f WHERE f.site_id = site.id
      AND (f.crop_folded = ${cropFolded} OR (f.crop_folded >= ${`${cropFolded} `}
        AND f.crop_folded < ${`${cropFolded}!`})))`)
  }
  if (market !== null) {
    conditions.push(sql`EXISTS (SELECT 1 FROM code_market f
      WHERE f.code_id = code.id AND f.market = ${market})`)
  }
  return sql.join(conditions, sql` AND `)
}
