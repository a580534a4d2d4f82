import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import {
  CODE_COLUMNS,
  type CodeRow,
  EVENT_COLUMNS,
  type EventRow,
  type RegisterCode,
  type RegisterCrop,
  type RegisterEvent,
  type RegisterMarket,
  type RegisterSite,
  SITE_COLUMNS,
  toCode,
  toEvent,
} from './code-register.ts'
import type { Statement } from './run-batch.ts'

/** Why a code that an import added cannot simply go: what came to rest on it since. */
export type CodeRest = {
  readonly id: string
  readonly batches: number
  readonly certificates: number
  /** Decisions recorded after the import's own. */
  readonly decisions: number
  /** Codes that another list or officer issued in its place. */
  readonly successors: number
  readonly papers: number
}

/** Why a place that an import added cannot simply go. */
export type SiteRest = {
  readonly id: string
  readonly described: number
  readonly diary: number
  readonly papers: number
}

export type UndoRegister = {
  readonly codes: readonly RegisterCode[]
  readonly sites: readonly RegisterSite[]
  readonly crops: readonly (RegisterCrop & { readonly variety: string | null })[]
  readonly markets: readonly RegisterMarket[]
  readonly events: readonly RegisterEvent[]
  /** Codes in force of the sites. */
  readonly liveCodes: readonly { readonly id: string; readonly siteId: string }[]
  readonly codeRests: readonly CodeRest[]
  readonly siteRests: readonly SiteRest[]
  /** Codes that the import added or brought back; places that it added. */
  readonly madeCodeIds: ReadonlySet<string>
  readonly newSiteIds: ReadonlySet<string>
}

/** The part of the register that some changes of an import are about, as it is now. */
export async function readUndoRegister(
  db: Database,
  input: {
    readonly importId: string
    readonly codeIds: readonly string[]
    readonly siteIds: readonly string[]
  },
): Promise<UndoRegister> {
  const { importId } = input
  const codeIds = sql`(SELECT value FROM json_each(${JSON.stringify(input.codeIds)}))`
  const siteIds = sql`(SELECT value FROM json_each(${JSON.stringify(input.siteIds)})
    UNION SELECT site_id FROM code WHERE id IN ${codeIds})`
  const noted = (entity: string, ids: typeof codeIds) => sql`
    SELECT DISTINCT m.entity_id AS id FROM import_change m
    WHERE m.entity = ${entity} AND m.entity_id IN ${ids} AND m.import_id = ${importId}`
  const [
    codes,
    sites,
    crops,
    markets,
    events,
    liveCodes,
    codeRests,
    siteRests,
    madeCodes,
    newSites,
  ] = await db.batch([
    db.all<CodeRow>(sql`SELECT ${CODE_COLUMNS} FROM code c WHERE c.id IN ${codeIds}`),
    db.all<RegisterSite>(sql`SELECT ${SITE_COLUMNS} FROM site s WHERE s.id IN ${siteIds}`),
    db.all<RegisterCrop & { variety: string | null }>(sql`
        SELECT site_id AS siteId, crop, crop_folded AS cropFolded, variety,
          planted_area_ha AS plantedAreaHa FROM site_crop WHERE site_id IN ${siteIds}`),
    db.all<RegisterMarket>(sql`
        SELECT code_id AS codeId, market, valid_to AS validTo, external_id AS externalId
        FROM code_market WHERE code_id IN ${codeIds}`),
    db.all<EventRow>(sql`
        SELECT ${EVENT_COLUMNS} FROM code_status_event e
        WHERE e.code_id IN ${codeIds} ORDER BY e.rowid`),
    db.all<{ id: string; siteId: string }>(sql`
        SELECT id, site_id AS siteId FROM code
        WHERE site_id IN ${siteIds} AND withdrawn_at IS NULL`),
    db.all<CodeRest>(codeRestsQuery(importId, codeIds)),
    db.all<SiteRest>(sql`SELECT s.id,
          EXISTS (SELECT 1 FROM site_boundary b WHERE b.site_id = s.id)
            OR EXISTS (SELECT 1 FROM site_household h WHERE h.site_id = s.id)
            OR EXISTS (SELECT 1 FROM site_link l WHERE l.packing_house_id = s.id)
            OR EXISTS (SELECT 1 FROM site_link l WHERE l.growing_area_id = s.id) AS described,
          EXISTS (SELECT 1 FROM diary_event d WHERE d.site_id = s.id) AS diary,
          EXISTS (SELECT 1 FROM attachment a WHERE a.entity = 'site' AND a.entity_id = s.id
            AND a.withdrawn_at IS NULL) AS papers
        FROM site s WHERE s.id IN ${siteIds}`),
    db.all<{ id: string }>(sql`${noted('code', codeIds)} AND (json_type(m.before) = 'null'
        OR json_extract(m.before, '$.withdrawnAt') IS NOT NULL)`),
    db.all<{ id: string }>(sql`${noted('site', siteIds)} AND json_type(m.before) = 'null'`),
  ])
  return {
    ...{ codes: codes.map(toCode), events: events.map(toEvent) },
    ...{ sites, crops, markets, liveCodes, codeRests, siteRests },
    madeCodeIds: new Set(madeCodes.map(({ id }) => id)),
    newSiteIds: new Set(newSites.map(({ id }) => id)),
  }
}

function codeRestsQuery(importId: string, codeIds: ReturnType<typeof sql>) {
  return sql`SELECT c.id,
      EXISTS (SELECT 1 FROM batch_code b WHERE b.code_id = c.id) AS batches,
      EXISTS (SELECT 1 FROM code_certificate p WHERE p.code_id = c.id) AS certificates,
      EXISTS (SELECT 1 FROM code_status_event e WHERE e.code_id = c.id
        AND e.import_id IS NOT ${importId} AND e.rowid > (SELECT min(o.rowid)
          FROM code_status_event o WHERE o.code_id = c.id AND o.import_id = ${importId})) AS decisions,
      EXISTS (SELECT 1 FROM code n WHERE n.supersedes_id = c.id AND n.withdrawn_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM import_change m
          WHERE m.entity = 'code' AND m.entity_id = n.id AND m.import_id = ${importId})) AS successors,
      EXISTS (SELECT 1 FROM attachment a WHERE a.entity = 'code' AND a.entity_id = c.id
        AND a.withdrawn_at IS NULL) AS papers
    FROM code c WHERE c.id IN ${codeIds}`
}

/** Holds while no batch and no certificate stands under any of these codes. */
export function nothingStandsOn(codeIds: readonly string[]) {
  const ids = sql`(SELECT value FROM json_each(${JSON.stringify(codeIds)}))`
  return sql`(NOT EXISTS (SELECT 1 FROM batch_code WHERE code_id IN ${ids})
    AND NOT EXISTS (SELECT 1 FROM code_certificate WHERE code_id IN ${ids}))`
}

/** Crops and markets as they were before an import: null where they were not there. */
export function restoreStatements(
  db: Database,
  input: {
    readonly crops: readonly {
      readonly siteId: string
      readonly cropFolded: string
      readonly to: { readonly plantedAreaHa: number | null } | null
    }[]
    readonly markets: readonly {
      readonly codeId: string
      readonly market: string
      readonly to: { readonly validTo: string | null; readonly externalId: string | null } | null
    }[]
  },
): Statement[] {
  const crops = input.crops.map(({ siteId, cropFolded, to }) => [
    ...[siteId, cropFolded, to === null ? 1 : 0, to?.plantedAreaHa ?? null],
  ])
  const markets = input.markets.map(({ codeId, market, to }) => [
    ...[codeId, market, to === null ? 1 : 0, to?.validTo ?? null, to?.externalId ?? null],
  ])
  const rows = (list: readonly unknown[]) => JSON.stringify(list)
  return [
    ...(crops.length === 0
      ? []
      : [
          db.run(sql`DELETE FROM site_crop WHERE (site_id, crop_folded) IN
            (SELECT value->>0, value->>1 FROM json_each(${rows(crops)}) WHERE value->>2 = 1)`),
          db.run(sql`UPDATE site_crop SET planted_area_ha = j.value->>3
            FROM json_each(${rows(crops)}) j WHERE j.value->>2 = 0
              AND site_crop.site_id = j.value->>0 AND site_crop.crop_folded = j.value->>1`),
        ]),
    ...(markets.length === 0
      ? []
      : [
          db.run(sql`DELETE FROM code_market WHERE (code_id, market) IN
            (SELECT value->>0, value->>1 FROM json_each(${rows(markets)}) WHERE value->>2 = 1)`),
          db.run(sql`UPDATE code_market SET valid_to = j.value->>3, external_id = j.value->>4
            FROM json_each(${rows(markets)}) j WHERE j.value->>2 = 0
              AND code_market.code_id = j.value->>0 AND code_market.market = j.value->>1`),
        ]),
  ]
}

/** Begins to take an import back; nothing where it is not in a state to be. */
export function beginUndo(
  db: Database,
  input: { readonly id: string; readonly total: number; readonly undo: unknown },
): Statement {
  const { id, total, undo } = input
  return db.run(sql`UPDATE import_run SET state = 'undoing', rows_done = 0, rows_total = ${total},
    report = json_set(coalesce(report, '{}'), '$.undo', json(${JSON.stringify(undo)}))
    WHERE id = ${id}`)
}

/** Notes how far the taking back of an import is. */
export function noteUndo(
  db: Database,
  input: { readonly id: string; readonly rowsDone: number; readonly undo: unknown },
): Statement {
  const { id, rowsDone, undo } = input
  return db.run(sql`UPDATE import_run SET rows_done = ${rowsDone},
    report = json_set(coalesce(report, '{}'), '$.undo', json(${JSON.stringify(undo)}))
    WHERE id = ${id}`)
}

/** Notes that an import is taken back whole. */
export function finishUndo(
  db: Database,
  input: { readonly id: string; readonly undoneAt: number; readonly undoneBy: string },
): Statement {
  const { id, undoneAt, undoneBy } = input
  return db.run(sql`UPDATE import_run SET state = 'undone', undone_at = ${undoneAt},
    undone_by = ${undoneBy} WHERE id = ${id}`)
}
