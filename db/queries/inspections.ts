import { and, desc, eq, getTableColumns, gte, isNull, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { InspectionOutcome } from '../../worker/domain/inspections/kinds.ts'
import type { Database } from '../client.ts'
import { code, finding, inspection, organisation, site } from '../schema/index.ts'
import { among } from './among.ts'
import { json, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { liesWithin } from './lies-within.ts'
import { personName } from './person-name.ts'
import { pick } from './pick.ts'
import { isBefore } from './place-in-list.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'
import { withinBounds } from './within-bounds.ts'

export type InspectionRow = typeof inspection.$inferSelect

const MOST_FINDINGS = 100

const SHORT = {
  ...pick(inspection, 'id', 'kind', 'inspectedOn', 'dayState', 'outcome', 'secondOf'),
  ...pick(inspection, 'inspectorName'),
  siteId: site.id,
  siteName: site.name,
  communeName: site.communeName,
  holder: organisation.name,
  code: code.code,
}

/** Inspections within bounds, newest first. */
export function listInspections(
  db: Database,
  asked: {
    readonly bounds: Bounds
    readonly outcome: InspectionOutcome | null
    readonly siteId: string | null
    readonly after: { readonly inspectedOn: string; readonly id: string } | null
    readonly limit: number
  },
) {
  const { bounds, outcome, siteId, after, limit } = asked
  const { inspectedOn, id } = inspection
  return db
    .select(SHORT)
    .from(inspection)
    .innerJoin(site, eq(site.id, inspection.siteId))
    .leftJoin(organisation, eq(organisation.id, inspection.organisationId))
    .leftJoin(code, eq(code.id, inspection.codeId))
    .where(
      and(
        liesWithin(inspection, bounds, (holder) => eq(inspection.organisationId, holder)),
        outcome === null ? undefined : eq(inspection.outcome, outcome),
        siteId === null ? undefined : eq(inspection.siteId, siteId),
        isBefore(inspection, ['inspectedOn', 'id'], after),
      ),
    )
    .orderBy(desc(inspectedOn), desc(id))
    .limit(limit)
}

const authority = sql`(SELECT o.name FROM organisation o WHERE o.id = ${inspection.authorityId})`

/** One with the place, its holder and the code it was about. */
export function readInspection(db: Database, id: string) {
  return firstOf(
    db
      .select({
        ...getTableColumns(inspection),
        siteName: site.name,
        communeName: site.communeName,
        provinceName: site.provinceName,
        holder: organisation.name,
        code: code.code,
        authority: sql<string | null>`${authority}`,
        actorName: personName(inspection.actor),
      })
      .from(inspection)
      .innerJoin(site, eq(site.id, inspection.siteId))
      .leftJoin(organisation, eq(organisation.id, inspection.organisationId))
      .leftJoin(code, eq(code.id, inspection.codeId))
      .where(eq(inspection.id, id))
      .limit(1),
  )
}

/** What its minutes found wrong, in the order they say it. */
export function listFindingsOfInspection(db: Database, id: string) {
  return db
    .select()
    .from(finding)
    .where(eq(finding.inspectionId, id))
    .orderBy(sql`rowid`)
    .limit(MOST_FINDINGS)
}

/**
 * Stores one. Which inspection of the same visit, or of the place on the same day, was first is found in
 * the very statement: of two inspectors at one place both are kept, and one is told apart.
 */
export function insertInspection(db: Database, row: Omit<InspectionRow, 'secondOf'>): Statement {
  const { siteId, inspectedOn, visitId } = row
  const first = sql<string | null>`coalesce(
    (SELECT i.id FROM inspection i WHERE i.visit_id = ${visitId} AND i.site_id = ${siteId}
      ORDER BY i.rowid LIMIT 1),
    (SELECT i.id FROM inspection i WHERE i.site_id = ${siteId} AND i.inspected_on = ${inspectedOn}
      ORDER BY i.rowid LIMIT 1))`
  return db.insert(inspection).values({ ...row, secondOf: first })
}

const CHECKED = [
  ...(['id', 'kind', 'inspectedOn', 'outcome', 'inspectorName'] as const),
  ...(['organisationId', 'provinceCode', 'communeCode'] as const),
] as const

/** Inspections of a place since a day, newest first. */
export function listInspectionsSince(
  db: Database,
  asked: { readonly siteId: string; readonly sinceOn: string; readonly limit: number },
) {
  const { siteId, sinceOn, limit } = asked
  const { id, inspectedOn } = inspection
  return db
    .select(pick(inspection, ...CHECKED))
    .from(inspection)
    .where(and(eq(inspection.siteId, siteId), gte(inspectedOn, sinceOn)))
    .orderBy(desc(inspectedOn), desc(id))
    .limit(limit)
}

const KIT_SITE = {
  id: text(sql`s.id`),
  name: text(sql`s.name`),
  slot: text(sql`k.label_slot`),
  commune: text(sql`coalesce(s.commune_name, '')`),
  holder: text(sql`o.name`),
  code: text(sql`coalesce((SELECT c.code FROM code c WHERE c.site_id = s.id
    AND c.withdrawn_at IS NULL ORDER BY c.created_at LIMIT 1), '')`),
  crops: json<readonly string[]>(sql`(SELECT json_group_array(x.crop) FROM site_crop x
    WHERE x.site_id = s.id)`),
  markets: json<readonly string[]>(sql`(SELECT json_group_array(DISTINCT m.market)
    FROM code c JOIN code_market m ON m.code_id = c.id
    WHERE c.site_id = s.id AND c.withdrawn_at IS NULL)`),
  /** What an application that is open asks for, a market a line. */
  askedMarkets: text(sql`coalesce((SELECT group_concat(a.answers ->> 'markets', char(10))
    FROM application a WHERE a.site_id = s.id
    AND a.state NOT IN ('draft', 'approved', 'rejected', 'withdrawn')), '')`),
}

/** Places within bounds that an inspector's device keeps, by name. */
export function listSitesToInspect(
  db: Database,
  { bounds, limit }: { readonly bounds: Bounds; readonly limit: number },
) {
  return sitesToInspect(
    db,
    sql`${withinBounds(bounds, 's')} AND s.withdrawn_at IS NULL
      ORDER BY s.name_folded, s.id LIMIT ${limit}`,
  )
}

/** One of them, as it is prepared for minutes written at a desk. */
export function readSiteToInspect(db: Database, id: string) {
  return sitesToInspect(db, sql`s.id = ${id} LIMIT 1`)
}

function sitesToInspect(db: Database, which: SQL) {
  return rowsOf(
    db,
    KIT_SITE,
    sql`site s JOIN site_kind k ON k.id = s.kind JOIN organisation o ON o.id = s.organisation_id
      WHERE ${which}`,
  )
}

const OPEN_FINDING = {
  id: text(sql`f.id`),
  siteId: text(sql`f.about_id`),
  severity: text(sql`f.severity`),
  text: text(sql`f.text`),
  action: text(sql`coalesce(f.action, '')`),
  dueOn: text(sql`coalesce(f.due_on, '')`),
}

/** What was found wrong with these places and is not put right, for whoever goes to see. */
export function listOpenFindingsOf(
  db: Database,
  { siteIds, limit }: { readonly siteIds: readonly string[]; readonly limit: number },
) {
  return rowsOf(
    db,
    OPEN_FINDING,
    sql`${among(siteIds)} place CROSS JOIN finding f
      ON f.about_kind = 'site' AND f.about_id = place.value AND f.state <> 'closed'
      ORDER BY f.due_on, f.id LIMIT ${limit}`,
  )
}

/** Codes of a place that were not taken back; enough to know whether there is one alone. */
export function readCodesOfSite(db: Database, siteId: string) {
  return db
    .select({ id: code.id, code: code.code })
    .from(code)
    .where(and(eq(code.siteId, siteId), isNull(code.withdrawnAt)))
    .orderBy(code.createdAt, code.id)
    .limit(2)
}
