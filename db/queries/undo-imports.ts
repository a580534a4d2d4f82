import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Database } from '../client.ts'
import {
  code,
  codeMarket,
  codeStatusEvent,
  importChange,
  importRun,
  site,
  siteCrop,
} from '../schema/index.ts'
import { among } from './among.ts'
import type { MarketTerm } from './code-grants.ts'
import {
  AS_RECORDED,
  eventsOf,
  REGISTER_CODE,
  type RegisterCode,
  type RegisterEvent,
  type RegisterMarket,
  type RegisterSite,
  SITE_FIELDS,
} from './code-register.ts'
import { flag, type RowOf } from './fields.ts'
import { listed } from './listed.ts'
import type { Statement } from './run-batch.ts'

/** Why a code that an import added cannot simply go: what came to rest on it since. */
const codeRest = (importId: string) => ({
  id: code.id,
  batches: flag(sql`EXISTS (SELECT 1 FROM batch_code b WHERE b.code_id = ${code.id})`),
  certificates: flag(sql`EXISTS (SELECT 1 FROM code_certificate p WHERE p.code_id = ${code.id})`),
  /** Decisions recorded after the import's own. */
  decisions: flag(sql`EXISTS (SELECT 1 FROM code_status_event e WHERE e.code_id = ${code.id}
    AND e.import_id IS NOT ${importId} AND e.rowid > (SELECT min(o.rowid)
      FROM code_status_event o WHERE o.code_id = ${code.id} AND o.import_id = ${importId}))`),
  /** Codes that another list or officer issued in its place. */
  successors: flag(sql`EXISTS (SELECT 1 FROM code n
    WHERE n.supersedes_id = ${code.id} AND n.withdrawn_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM import_change m
        WHERE m.entity = 'code' AND m.entity_id = n.id AND m.import_id = ${importId}))`),
  papers: flag(hasPapers('code', code.id)),
})

/** Why a place that an import added cannot simply go. */
const SITE_REST = {
  id: site.id,
  described: flag(sql`(
    EXISTS (SELECT 1 FROM site_boundary b WHERE b.site_id = ${site.id})
    OR EXISTS (SELECT 1 FROM site_household h WHERE h.site_id = ${site.id})
    OR EXISTS (SELECT 1 FROM site_link l WHERE l.packing_house_id = ${site.id})
    OR EXISTS (SELECT 1 FROM site_link l WHERE l.growing_area_id = ${site.id}))`),
  diary:
    flag(sql`EXISTS (SELECT 1 FROM diary_event d WHERE d.site_id = ${site.id} AND d.retracts = 0
    AND NOT EXISTS (SELECT 1 FROM diary_event a WHERE a.amends_id = d.id AND a.retracts = 1))`),
  papers: flag(hasPapers('site', site.id)),
}

function hasPapers(entity: 'code' | 'site', id: SQLiteColumn): SQL {
  return sql`EXISTS (SELECT 1 FROM attachment a
    WHERE a.entity = ${entity} AND a.entity_id = ${id} AND a.withdrawn_at IS NULL)`
}

export type CodeRest = RowOf<ReturnType<typeof codeRest>>
export type SiteRest = RowOf<typeof SITE_REST>

export type UndoRegister = {
  readonly codes: readonly RegisterCode[]
  readonly sites: readonly RegisterSite[]
  readonly crops: readonly (typeof siteCrop.$inferSelect)[]
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
  const codeIds = among(input.codeIds)
  const siteIds = sql`(SELECT value FROM json_each(${JSON.stringify(input.siteIds)})
    UNION SELECT site_id FROM code WHERE id IN ${codeIds})`
  const noted = (entity: 'code' | 'site', ids: SQL, how: SQL) =>
    db
      .selectDistinct({ id: importChange.entityId })
      .from(importChange)
      .where(
        and(
          eq(importChange.entity, entity),
          sql`${importChange.entityId} IN ${ids}`,
          eq(importChange.importId, importId),
          how,
        ),
      )
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
    db.select(REGISTER_CODE).from(code).where(sql`${code.id} IN ${codeIds}`),
    db.select(SITE_FIELDS).from(site).where(sql`${site.id} IN ${siteIds}`),
    db.select().from(siteCrop).where(sql`${siteCrop.siteId} IN ${siteIds}`),
    db.select().from(codeMarket).where(sql`${codeMarket.codeId} IN ${codeIds}`),
    eventsOf(db, sql`${codeStatusEvent.codeId} IN ${codeIds}`).orderBy(AS_RECORDED),
    db
      .select({ id: code.id, siteId: code.siteId })
      .from(code)
      .where(and(sql`${code.siteId} IN ${siteIds}`, isNull(code.withdrawnAt))),
    db.select(codeRest(importId)).from(code).where(sql`${code.id} IN ${codeIds}`),
    db.select(SITE_REST).from(site).where(sql`${site.id} IN ${siteIds}`),
    noted(
      'code',
      codeIds,
      sql`(json_type(${importChange.before}) = 'null'
      OR json_extract(${importChange.before}, '$.withdrawnAt') IS NOT NULL)`,
    ),
    noted('site', siteIds, sql`json_type(${importChange.before}) = 'null'`),
  ])
  return {
    ...{ codes, events, sites, crops, markets, liveCodes, codeRests, siteRests },
    madeCodeIds: new Set(madeCodes.map(({ id }) => id)),
    newSiteIds: new Set(newSites.map(({ id }) => id)),
  }
}

/** Holds while no batch and no certificate stands under any of these codes. */
export function nothingStandsOn(codeIds: readonly string[]) {
  const ids = among(codeIds)
  return sql`(NOT EXISTS (SELECT 1 FROM batch_code WHERE code_id IN ${ids})
    AND NOT EXISTS (SELECT 1 FROM code_certificate WHERE code_id IN ${ids}))`
}

type OldCrop = Pick<typeof siteCrop.$inferSelect, 'siteId' | 'cropFolded'> & {
  readonly to: Pick<typeof siteCrop.$inferSelect, 'plantedAreaHa'> | null
}
type OldMarket = Pick<MarketTerm, 'codeId' | 'market'> & {
  readonly to: Pick<MarketTerm, 'validTo' | 'externalId'> | null
}

/** Crops and markets as they were before an import: null where they were not there. */
export function restoreStatements(
  db: Database,
  input: { readonly crops: readonly OldCrop[]; readonly markets: readonly OldMarket[] },
): Statement[] {
  const crop = listed(input.crops.map(({ to, ...key }) => ({ ...key, ...to, isNew: to === null })))
  const term = listed(
    input.markets.map(({ to, ...key }) => ({ ...key, ...to, isNew: to === null })),
  )
  return [
    ...(input.crops.length === 0
      ? []
      : [
          db.run(sql`DELETE FROM site_crop WHERE (site_id, crop_folded) IN
            (SELECT ${crop.of('siteId')}, ${crop.of('cropFolded')} FROM ${crop.rows}
            WHERE ${crop.of('isNew')})`),
          db.run(sql`UPDATE site_crop SET planted_area_ha = ${crop.of('plantedAreaHa')}
            FROM ${crop.rows} WHERE NOT ${crop.of('isNew')}
              AND site_id = ${crop.of('siteId')} AND crop_folded = ${crop.of('cropFolded')}`),
        ]),
    ...(input.markets.length === 0
      ? []
      : [
          db.run(sql`DELETE FROM code_market WHERE (code_id, market) IN
            (SELECT ${term.of('codeId')}, ${term.of('market')} FROM ${term.rows}
            WHERE ${term.of('isNew')})`),
          db.run(sql`UPDATE code_market
            SET valid_to = ${term.of('validTo')}, external_id = ${term.of('externalId')}
            FROM ${term.rows} WHERE NOT ${term.of('isNew')}
              AND code_id = ${term.of('codeId')} AND market = ${term.of('market')}`),
        ]),
  ]
}

/** Begins to take an import back; nothing where it is not in a state to be. */
export function beginUndo(
  db: Database,
  input: { readonly id: string; readonly total: number; readonly undo: unknown },
): Statement {
  const { id, total, undo } = input
  const state = { state: 'undoing', rowsDone: 0, rowsTotal: total } as const
  return db
    .update(importRun)
    .set({ ...state, report: reportWith(undo) })
    .where(eq(importRun.id, id))
}

/** Notes how far the taking back of an import is. */
export function noteUndo(
  db: Database,
  input: { readonly id: string; readonly rowsDone: number; readonly undo: unknown },
): Statement {
  const { id, rowsDone, undo } = input
  return db
    .update(importRun)
    .set({ rowsDone, report: reportWith(undo) })
    .where(eq(importRun.id, id))
}

function reportWith(undo: unknown): SQL {
  return sql`json_set(coalesce(${importRun.report}, '{}'), '$.undo', json(${JSON.stringify(undo)}))`
}

/** Notes that an import is taken back whole. */
export function finishUndo(
  db: Database,
  input: { readonly id: string; readonly undoneAt: number; readonly undoneBy: string },
): Statement {
  const { id, undoneAt, undoneBy } = input
  return db
    .update(importRun)
    .set({ state: 'undone', undoneAt, undoneBy })
    .where(eq(importRun.id, id))
}
