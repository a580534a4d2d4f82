import { and, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { SeasonSpan } from '../../worker/domain/seasons/season-of.ts'
import type { Database } from '../client.ts'
import { organisation, season, site, siteCrop, siteHousehold } from '../schema/index.ts'
import type { RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import { isBefore } from './place-in-list.ts'
import { isStill } from './row-guards.ts'
import { updateOf } from './row-statements.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'
import { withinBounds } from './within-bounds.ts'

const COLUMNS = {
  ...getTableColumns(season),
  siteName: site.name,
  ...pick(site, 'provinceCode', 'communeCode', 'communeName', 'provinceName'),
  siteAreaHa: site.areaHa,
  organisation: organisation.name,
}

/** A season with the names of whose it is and where. */
export type SeasonItem = RowOf<typeof COLUMNS>

const NAMED = sql`JOIN site ON site.id = season.site_id
  JOIN organisation ON organisation.id = season.organisation_id`

export function readSeason(db: Database, id: string): Promise<SeasonItem | null> {
  return firstOf(rowsOf(db, COLUMNS, sql`season ${NAMED} WHERE season.id = ${id} LIMIT 1`))
}

/** Rows that one page looks at, at most, where they are everybody's. */
export const MAX_SEASONS_EXAMINED = 20_000

export type SeasonFilter = {
  readonly bounds: Bounds
  readonly organisationId: string | null
  readonly siteId: string | null
  readonly state: 'open' | 'closed' | null
  readonly after: { readonly startsOn: string; readonly id: string } | null
  readonly limit: number
}

/** Seasons within bounds, the latest first, after the last one of the page before. */
export function listSeasons(db: Database, asked: SeasonFilter): Promise<SeasonItem[]> {
  return rowsOf(db, COLUMNS, listSeasonsSource(asked))
}

export function listSeasonsSource(asked: SeasonFilter): SQL {
  const { bounds, siteId, state, after, limit } = asked
  const owner = bounds?.kind === 'organisation' ? bounds.organisationId : asked.organisationId
  const owned = siteId === null && owner !== null ? sql`x.organisation_id = ${owner}` : sql`true`
  const on = siteId === null ? sql`true` : sql`x.site_id = ${siteId}`
  const behind = isBefore('x', ['startsOn', 'id'], after)
  const states = { open: sql`season.ended_on IS NULL`, closed: sql`season.ended_on IS NOT NULL` }
  const told = state === null ? sql`true` : states[state]
  return sql`(SELECT * FROM season x WHERE ${owned} AND ${on} AND ${behind}
      ORDER BY x.starts_on DESC, x.id DESC LIMIT ${MAX_SEASONS_EXAMINED}) season ${NAMED}
    WHERE ${withinBounds(bounds, 'site')} AND ${told}
    ORDER BY season.starts_on DESC, season.id DESC LIMIT ${limit}`
}

const FACT = pick(
  season,
  ...(['id', 'siteId', 'householdId', 'plotFolded', 'crop', 'cropFolded', 'markets'] as const),
  ...(['startsOn', 'expectedToOn', 'endedOn'] as const),
)

/** A season as far as entries go. */
export type SeasonFact = RowOf<typeof FACT>

/** Seasons of one site that one entry may be of, at most. */
const MOST_AT_ONCE = 2_000
const MOST_CROPS = 20

/** What the season of an entry is found by: those of its site that hold its day, the one named, the crops. */
export async function readSeasonFacts(
  db: Database,
  asked: { readonly siteId: string; readonly on: string; readonly seasonId: string | null },
): Promise<{
  readonly holding: readonly SeasonFact[]
  readonly named: SeasonFact | null
  readonly crops: readonly string[]
}> {
  const { siteId, on, seasonId } = asked
  const ofSite = sql`season.site_id = ${siteId}`
  const [holding, named, crops] = await db.batch([
    rowsOf(
      db,
      FACT,
      sql`season WHERE ${ofSite} AND season.starts_on <= ${on}
        AND (season.ended_on IS NULL OR season.ended_on >= ${on})
        ORDER BY season.starts_on DESC, season.id DESC LIMIT ${MOST_AT_ONCE}`,
    ),
    rowsOf(db, FACT, sql`season WHERE season.id = ${seasonId} AND ${ofSite} LIMIT 1`),
    db
      .select({ crop: siteCrop.crop })
      .from(siteCrop)
      .where(eq(siteCrop.siteId, siteId))
      .orderBy(siteCrop.cropFolded)
      .limit(MOST_CROPS),
  ])
  return { holding, named: named[0] ?? null, crops: crops.map(({ crop }) => crop) }
}

/** Open seasons of an organisation, those to be closed first. */
export function listOpenSeasons(
  db: Database,
  { organisationId, limit }: { readonly organisationId: string; readonly limit: number },
): Promise<SeasonItem[]> {
  return rowsOf(
    db,
    COLUMNS,
    sql`season ${NAMED} WHERE season.organisation_id = ${organisationId} AND season.ended_on IS NULL
      ORDER BY season.expected_to_on, season.id LIMIT ${limit}`,
  )
}

/** Another season of the crop on the same ground at the same time, as `seasonsOverlap` tells it. */
function overlapping(row: SeasonSpan): SQL {
  const { id, siteId, householdId, plotFolded, cropFolded, startsOn } = row
  const last = row.endedOn ?? row.expectedToOn
  const isWhole = householdId === null && plotFolded === null
  const household = sql`s.household_id`
  const plot = sql`s.plot_folded`
  const otherHousehold =
    householdId === null
      ? sql`false`
      : sql`(${household} IS NOT NULL AND ${household} <> ${householdId})`
  const bothHouseholds = householdId === null ? sql`false` : sql`${household} IS NOT NULL`
  const samePlot =
    plotFolded === null
      ? bothHouseholds
      : sql`CASE WHEN ${plot} IS NULL THEN ${bothHouseholds} ELSE ${plot} = ${plotFolded} END`
  const meets = isWhole
    ? sql`true`
    : sql`((${household} IS NULL AND ${plot} IS NULL) OR (NOT ${otherHousehold} AND ${samePlot}))`
  return sql`season s WHERE s.site_id = ${siteId} AND s.id <> ${id}
    AND s.crop_folded = ${cropFolded} AND s.starts_on <= ${last}
    AND coalesce(s.ended_on, s.expected_to_on) >= ${startsOn} AND ${meets}`
}

/** Holds while no other season of the crop is on the same ground at the same time. */
export function hasNoOverlap(row: SeasonSpan): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM ${overlapping(row)})`
}

/** One of those it overlaps. */
export function readOverlap(db: Database, row: SeasonSpan): Promise<SeasonItem | null> {
  const source = sql`season ${NAMED} WHERE season.id IN (SELECT s.id FROM ${overlapping(row)}
    ORDER BY s.starts_on LIMIT 1)`
  return firstOf(rowsOf(db, COLUMNS, source))
}

export const updateSeason = updateOf(season)

/** How many seasons are open on a site. */
export function countOpenSeasons(db: Database, siteId: string): Promise<number> {
  return db.$count(season, and(eq(season.siteId, siteId), isNull(season.endedOn)))
}

/** What grows on a site goes on under whoever holds it from now on; what is closed stays theirs. */
export function moveOpenSeasons(
  db: Database,
  { siteId, organisationId }: { readonly siteId: string; readonly organisationId: string },
): Statement {
  return db
    .update(season)
    .set({ organisationId })
    .where(and(eq(season.siteId, siteId), isNull(season.endedOn)))
}

/** A household of a site by its id. */
export async function readHouseholdName(
  db: Database,
  { siteId, id }: { readonly siteId: string; readonly id: string },
): Promise<string | null> {
  const [row] = await db
    .select({ name: siteHousehold.name })
    .from(siteHousehold)
    .where(and(eq(siteHousehold.id, id), eq(siteHousehold.siteId, siteId)))
    .limit(1)
  return row?.name ?? null
}

/** Holds while a season is as it was read: open or closed likewise. */
export const seasonStands = isStill(season, 'endedOn')
