import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type {
  RegisterCode,
  RegisterCrop,
  RegisterEvent,
  RegisterMarket,
  RegisterOrganisation,
  RegisterSite,
} from './code-register.ts'
import { type EntryTargets, registerEntryStatements } from './register-entries.ts'
import type { Statement } from './run-batch.ts'

/** What a stretch of rows writes to the register; empty lists cost no statement. */
export type RegisterWrites = {
  readonly organisations: readonly RegisterOrganisation[]
  readonly sites: readonly RegisterSite[]
  readonly siteUpdates: readonly RegisterSite[]
  readonly crops: readonly RegisterCrop[]
  readonly codes: readonly RegisterCode[]
  readonly codeUpdates: readonly RegisterCode[]
  readonly markets: readonly RegisterMarket[]
  readonly events: readonly RegisterEvent[]
}

export type WriteMarks = {
  readonly at: number
  readonly actor: string
  readonly importId: string | null
}

/**
 * The statements of {@link RegisterWrites}, in the order foreign keys want; the public register's
 * entries are made anew last.
 */
export function registerStatements(
  db: Database,
  writes: RegisterWrites,
  marks: WriteMarks,
): Statement[] {
  return [
    ...each(db, writes.organisations.map(organisationCells), insertOrganisations(marks)),
    ...each(db, writes.sites.map(siteCells), insertSites(marks)),
    ...each(db, writes.siteUpdates.map(siteCells), updateSites),
    ...each(db, writes.crops.map(cropCells), upsertCrops),
    ...each(db, writes.codes.map(codeCells), insertCodes(marks)),
    ...each(db, writes.codeUpdates.map(codeCells), updateCodes),
    ...each(db, writes.markets.map(marketCells), upsertMarkets(marks)),
    ...each(db, writes.events.map(eventCells), insertEvents(marks)),
    ...registerEntryStatements(db, entryTargets(writes)),
  ]
}

/** Whose entries in the public register the writes concern. */
function entryTargets(writes: RegisterWrites): EntryTargets {
  return {
    codeIds: [
      ...writes.codes.map(({ id }) => id),
      ...writes.codeUpdates.map(({ id }) => id),
      ...writes.markets.map(({ codeId }) => codeId),
      ...writes.events.map(({ codeId }) => codeId),
    ],
    siteIds: [
      ...writes.siteUpdates.map(({ id }) => id),
      ...writes.crops.map(({ siteId }) => siteId),
    ],
  }
}

type Cells = readonly (string | number | null)[]

function each(db: Database, rows: readonly Cells[], statement: (json: string) => SQL): Statement[] {
  return rows.length === 0 ? [] : [db.run(statement(JSON.stringify(rows)))]
}

const organisationCells = (row: RegisterOrganisation): Cells => [
  row.id,
  row.name,
  row.nameFolded,
  row.kind,
  row.communeCode,
  row.communeName,
  row.provinceCode,
  row.provinceName,
]

const insertOrganisations = (marks: WriteMarks) => (rows: string) =>
  sql`
  INSERT INTO organisation (id, name, name_folded, kind, commune_code, commune_name, province_code, province_name, created_at)
  SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, ${marks.at}
  FROM json_each(${rows})`

const siteCells = (row: RegisterSite): Cells => [
  row.id,
  row.kind,
  row.organisationId,
  row.name,
  row.nameFolded,
  row.hamlet,
  row.communeCode,
  row.communeName,
  row.provinceCode,
  row.provinceName,
  row.formerDistrict,
  row.areaHa,
  row.capacityTPerDay,
  row.householdCount,
  row.externalId,
  row.version,
  row.withdrawnAt,
]

const insertSites = (marks: WriteMarks) => (rows: string) =>
  sql`
  INSERT INTO site (id, kind, organisation_id, name, name_folded, hamlet, commune_code, commune_name,
    province_code, province_name, former_district, area_ha, capacity_t_per_day, household_count,
    external_id, created_at)
  SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7,
    value->>8, value->>9, value->>10, value->>11, value->>12, value->>13, value->>14, ${marks.at}
  FROM json_each(${rows})`

const updateSites = (rows: string) => sql`
  UPDATE site SET hamlet = value->>5, commune_code = value->>6, commune_name = value->>7,
    province_code = value->>8, province_name = value->>9, former_district = value->>10,
    area_ha = value->>11, capacity_t_per_day = value->>12, household_count = value->>13,
    external_id = value->>14, version = value->>15, withdrawn_at = value->>16
  FROM json_each(${rows}) WHERE site.id = value->>0`

const cropCells = (row: RegisterCrop): Cells => [
  row.siteId,
  row.crop,
  row.cropFolded,
  row.plantedAreaHa,
]

const upsertCrops = (rows: string) => sql`
  INSERT INTO site_crop (site_id, crop, crop_folded, planted_area_ha)
  SELECT value->>0, value->>1, value->>2, value->>3 FROM json_each(${rows}) WHERE true
  ON CONFLICT (site_id, crop_folded) DO UPDATE SET planted_area_ha = excluded.planted_area_ha`

const codeCells = (row: RegisterCode): Cells => [
  row.id,
  row.code,
  row.searchKey,
  row.siteId,
  row.scheme,
  row.legacyCode,
  row.supersedesId,
  row.issuedOn,
  row.documentNo,
  row.externalId,
  row.withdrawnAt,
]

const insertCodes = (marks: WriteMarks) => (rows: string) =>
  sql`
  INSERT INTO code (id, code, search_key, site_id, scheme, legacy_code, supersedes_id, issued_on, document_no, external_id, created_at)
  SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7,
    value->>8, value->>9, ${marks.at} FROM json_each(${rows})`

const updateCodes = (rows: string) => sql`
  UPDATE code SET site_id = value->>3, legacy_code = value->>5, supersedes_id = value->>6,
    issued_on = value->>7, document_no = value->>8, external_id = value->>9,
    withdrawn_at = value->>10
  FROM json_each(${rows}) WHERE code.id = value->>0`

const marketCells = (row: RegisterMarket): Cells => [
  row.codeId,
  row.market,
  row.validTo,
  row.externalId,
]

const upsertMarkets = (marks: WriteMarks) => (rows: string) =>
  sql`
  INSERT INTO code_market (code_id, market, valid_to, external_id, created_at)
  SELECT value->>0, value->>1, value->>2, value->>3, ${marks.at} FROM json_each(${rows}) WHERE true
  ON CONFLICT (code_id, market) DO UPDATE SET valid_to = coalesce(excluded.valid_to, valid_to),
    external_id = coalesce(excluded.external_id, external_id)`

const eventCells = (row: RegisterEvent): Cells => [
  row.id,
  row.codeId,
  row.market,
  row.status,
  row.effectiveOn,
  row.recordedAt,
  row.reason,
  row.documentNo,
  row.wording,
  row.amendsId,
  row.reasonCode,
  row.endsTerm ? 1 : 0,
]

const insertEvents = (marks: WriteMarks) => (rows: string) =>
  sql`
  INSERT INTO code_status_event (id, code_id, market, status, effective_on, recorded_at, reason,
    document_no, wording, amends_id, reason_code, ends_term, actor, import_id)
  SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7,
    value->>8, value->>9, value->>10, value->>11, ${marks.actor}, ${marks.importId} FROM json_each(${rows})`

/** Holds while each of these sites still is in the version it was read in. */
export function sitesAreAt(
  sites: readonly { readonly id: string; readonly version: number }[],
): SQL {
  const rows = JSON.stringify(sites.map(({ id, version }) => [id, version]))
  return sql`(NOT EXISTS (SELECT 1 FROM json_each(${rows}) j
    WHERE (SELECT s.version FROM site s WHERE s.id = j.value->>0) IS NOT j.value->>1))`
}
