import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import {
  REGISTER_EVENT,
  REGISTER_ORGANISATION,
  REGISTER_SITE,
  type RegisterCode,
  type RegisterCrop,
  type RegisterEvent,
  type RegisterMarket,
  type RegisterOrganisation,
  type RegisterSite,
} from './code-register.ts'
import { columnList, jsonSets, jsonValues } from './named-columns.ts'
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
  const { at, actor, importId } = marks
  const made = { createdAt: at }
  return [
    ...each(db, writes.organisations, insert('organisation', ORGANISATION, made)),
    ...each(db, writes.sites, insert('site', NEW_SITE, made)),
    ...each(db, writes.siteUpdates, updateSites),
    ...each(db, writes.crops, upsertCrops),
    ...each(db, writes.codes, insert('code', CODE, made)),
    ...each(db, writes.codeUpdates, updateCodes),
    ...each(db, writes.markets, upsertMarkets(marks)),
    ...each(db, writes.events, insert('code_status_event', EVENT, { actor, importId })),
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

function each(
  db: Database,
  rows: readonly object[],
  statement: (json: string) => SQL,
): Statement[] {
  return rows.length === 0 ? [] : [db.run(statement(JSON.stringify(rows)))]
}

/** A statement that adds rows of JSON to a table, by the names of its columns; `marks` beside them. */
function insert(table: string, names: readonly string[], marks: Readonly<Record<string, unknown>>) {
  const marked = Object.values(marks).map((value) => sql`, ${value}`)
  return (rows: string) => sql`
    INSERT INTO ${sql.raw(table)} (${columnList([...names, ...Object.keys(marks)])})
    SELECT ${jsonValues(names)}${sql.join(marked)} FROM json_each(${rows}) WHERE true`
}

const ORGANISATION = Object.keys(REGISTER_ORGANISATION).filter((name) => name !== 'nameConsentOn')

const NEW_SITE = REGISTER_SITE.filter((name) => name !== 'version' && name !== 'withdrawnAt')

/** A site keeps its name, kind and holder, whatever lists say. */
const KEPT = new Set<string>(['id', 'kind', 'organisationId', 'name', 'nameFolded'])
const SITE_NEWS = REGISTER_SITE.filter((name) => !KEPT.has(name))

const updateSites = (rows: string) => sql`
  UPDATE site SET ${jsonSets(SITE_NEWS)} FROM json_each(${rows}) WHERE site.id = value ->> '$.id'`

const CROP = ['siteId', 'crop', 'cropFolded', 'plantedAreaHa']

const upsertCrops = (rows: string) => sql`${insert('site_crop', CROP, {})(rows)}
  ON CONFLICT (site_id, crop_folded) DO UPDATE SET planted_area_ha = excluded.planted_area_ha`

/** What a list may say anew of a code it knows. */
const CODE_FACTS = ['siteId', 'legacyCode', 'supersedesId', 'issuedOn', 'documentNo', 'externalId']
const CODE = ['id', 'code', 'searchKey', 'scheme', ...CODE_FACTS]
const CODE_NEWS = [...CODE_FACTS, 'withdrawnAt']

const updateCodes = (rows: string) => sql`
  UPDATE code SET ${jsonSets(CODE_NEWS)} FROM json_each(${rows}) WHERE code.id = value ->> '$.id'`

const MARKET = ['codeId', 'market', 'validTo', 'externalId']

const upsertMarkets =
  ({ at }: WriteMarks) =>
  (rows: string) =>
    sql`${insert('code_market', MARKET, { createdAt: at })(rows)}
    ON CONFLICT (code_id, market) DO UPDATE SET valid_to = coalesce(excluded.valid_to, valid_to),
      external_id = coalesce(excluded.external_id, external_id)`

const EVENT = Object.keys(REGISTER_EVENT).filter((name) => name !== 'importId')

/** Holds while each of these sites still is in the version it was read in. */
export function sitesAreAt(
  sites: readonly { readonly id: string; readonly version: number }[],
): SQL {
  const rows = JSON.stringify(sites.map(({ id, version }) => [id, version]))
  return sql`(NOT EXISTS (SELECT 1 FROM json_each(${rows}) j
    WHERE (SELECT s.version FROM site s WHERE s.id = j.value->>0) IS NOT j.value->>1))`
}
