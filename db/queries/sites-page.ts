import { eq, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../client.ts'
import {
  type application,
  type attachment,
  type auditLog,
  type code,
  organisation,
  type season,
  site,
  type siteBoundary,
  type siteHousehold,
  siteKind,
  type siteLink,
} from '../schema/index.ts'
import { usedKgOf } from './code-use.ts'
import { type CountedDecision, countedDecisionsOf } from './counted-decisions.ts'
import { maybe, number, type RowOf, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { jsonPairs, jsonRows } from './named-columns.ts'
import { SITE_FIELDS, type SiteRow } from './sites-rows.ts'

/** Columns of a table that a page shows. */
type Shown<T extends SQLiteTable, Names extends readonly (keyof T['$inferSelect'])[]> = Readonly<
  Pick<T['$inferSelect'], Names[number]>
>

export type PageHouseholdRow = Shown<typeof siteHousehold, typeof HOUSEHOLD>

export type PageCodeRow = Readonly<
  Pick<typeof code.$inferSelect, 'id' | 'code' | 'withdrawnAt'>
> & {
  readonly markets: readonly string[]
  readonly events: readonly CountedDecision[]
}

export type PageBoundaryRow = Shown<typeof siteBoundary, typeof BOUNDARY>

export type PageLinkRow = Readonly<
  Pick<
    typeof siteLink.$inferSelect,
    'id' | 'contractNo' | 'fromOn' | 'toOn' | 'endedAt' | 'quantityKg' | 'markets'
  >
> & {
  /** Kilograms packed under it. */
  readonly usedKg: number
  /** True where it is the codes of this place that the other side uses. */
  readonly lends: boolean
  /** The site on the other side, a code of it, its holder and where it lies. */
  readonly otherId: string
  readonly otherName: string
  readonly otherCode: string | null
  readonly organisationId: string
  readonly provinceCode: string | null
  readonly communeCode: string | null
  /** When this side and the other one agreed to it. */
  readonly ownAt: number | null
  readonly otherAt: number | null
}

export type PageDocumentRow = Shown<typeof attachment, typeof DOCUMENT>

const SEASON = [
  ...(['id', 'crop', 'variety', 'householdName', 'plot', 'startsOn', 'endedOn'] as const),
  ...(['expectedToOn', 'expectedYieldKg', 'yieldKg'] as const),
] as const

export type PageSeasonRow = Shown<typeof season, typeof SEASON>

const APPLICATION = [
  ...(['id', 'numberSpace', 'year', 'sequence', 'kind', 'state', 'organisationId'] as const),
  ...(['provinceCode', 'communeCode', 'dueOn', 'closedAt', 'byOffice', 'grantedCodes'] as const),
] as const

type StoredApplication = Pick<typeof application.$inferSelect, (typeof APPLICATION)[number]>

export type PageApplicationRow = Readonly<Omit<StoredApplication, 'byOffice' | 'grantedCodes'>> & {
  /** 1 where an office typed it in. */
  readonly byOffice: number
  /** JSON text. */
  readonly grantedCodes: string
}

export type PageActionRow = Readonly<
  Pick<typeof auditLog.$inferSelect, 'at' | 'actor' | 'action' | 'reason'>
> & {
  readonly actorName: string | null
  /** JSON texts. */
  readonly before: string | null
  readonly after: string | null
}

const CROP = ['crop', 'variety', 'plantedAreaHa'] as const
const TREATMENT = ['treatment', 'facilityCode'] as const
const HOUSEHOLD = ['id', 'name', 'plot', 'areaHa', 'treeCount', 'phone', 'position'] as const
const BOUNDARY = ['geojson', 'areaHa', 'source', 'fileName', 'recordedAt'] as const
const DOCUMENT = ['id', 'kind', 'title', 'bytes', 'createdAt'] as const
const ACTION = ['at', 'actor', 'action', 'before', 'after', 'reason'] as const

/** Counting stops here, so that it stays a matter of microseconds. */
export const MAX_COUNTED = 5_000
export const HOUSEHOLDS_A_PAGE = 50
export const PARCELS_SHOWN = 40
const HISTORY_SHOWN = 20
const SEASONS_SHOWN = 5
const APPLICATIONS_SHOWN = 20

/** Lists beside a site: JSON arrays of objects by the names given here. */
const LISTS = {
  /** {@link CropRow} */
  crops: text(sql`(SELECT ${jsonRows('x', CROP)} FROM site_crop x WHERE x.site_id = site.id)`),
  /** {@link TreatmentRow} */
  treatments: text(sql`(SELECT ${jsonRows('x', TREATMENT)} FROM site_treatment x
    WHERE x.site_id = site.id)`),
  /** Texts; one more than {@link PARCELS_SHOWN} where there are more. */
  parcels: text(sql`(SELECT json_group_array(parcel_id) FROM (SELECT parcel_id FROM site_parcel
    WHERE site_id = site.id LIMIT ${PARCELS_SHOWN + 1}))`),
  /** No more than {@link MAX_COUNTED}. */
  householdsListed: number(sql`(SELECT count(*) FROM (SELECT 1 FROM site_household
    WHERE site_id = site.id LIMIT ${MAX_COUNTED}))`),
  /** {@link PageCodeRow} */
  codes: text(sql`(SELECT json_group_array(json_object('id', c.id, 'code', c.code,
      'withdrawnAt', c.withdrawn_at,
      'markets', json((SELECT json_group_array(m.market) FROM code_market m
        WHERE m.code_id = c.id)),
      'events', json(${countedDecisionsOf(sql`c.id`)})))
    FROM code c WHERE c.site_id = site.id)`),
  /** One {@link PageBoundaryRow}; null without a boundary. */
  boundary: maybe(
    text(sql`(SELECT json_object(${jsonPairs('b', BOUNDARY)}) FROM site_boundary b WHERE b.site_id = site.id
    ORDER BY b.recorded_at DESC, b.rowid DESC LIMIT 1)`),
  ),
  /** {@link PageLinkRow} */
  links: text(sql`(SELECT json_group_array(json_object('id', l.id, 'contractNo', l.contract_no,
      'fromOn', l.from_on, 'toOn', l.to_on, 'endedAt', l.ended_at,
      'quantityKg', l.quantity_kg, 'markets', json(l.markets),
      'usedKg', ${usedKgOf(sql`l.id`, sql`l.growing_area_id`)},
      'lends', json(iif(l.growing_area_id = site.id, 'true', 'false')),
      'otherId', other.id, 'otherName', other.name, 'otherCode',
      (SELECT k.code FROM code k WHERE k.site_id = other.id AND k.withdrawn_at IS NULL LIMIT 1),
      'organisationId', other.organisation_id, 'provinceCode', other.province_code,
      'communeCode', other.commune_code,
      'ownAt', iif(l.growing_area_id = site.id, l.area_confirmed_at, l.house_confirmed_at),
      'otherAt', iif(l.growing_area_id = site.id, l.house_confirmed_at, l.area_confirmed_at)))
    FROM (SELECT * FROM site_link WHERE packing_house_id = site.id OR growing_area_id = site.id
      ORDER BY from_on DESC LIMIT 50) l
    JOIN site other ON other.id = iif(l.growing_area_id = site.id, l.packing_house_id,
      l.growing_area_id))`),
  /** {@link PageDocumentRow} */
  documents: text(sql`(SELECT ${jsonRows('x', DOCUMENT)} FROM (SELECT * FROM attachment
      WHERE entity = 'site' AND entity_id = site.id AND withdrawn_at IS NULL
      ORDER BY created_at DESC LIMIT 50) x)`),
  /** {@link PageActionRow} */
  history:
    text(sql`(SELECT json_group_array(json_object('actorName', u.name, ${jsonPairs('a', ACTION)}))
    FROM (SELECT at, actor, action, before, after, reason FROM audit_log
      WHERE entity = 'site' AND entity_id = site.id ORDER BY seq DESC LIMIT ${HISTORY_SHOWN}) a
    LEFT JOIN user u ON u.id = substr(a.actor, 6) AND a.actor LIKE 'user:%')`),
  /** {@link PageSeasonRow}, the latest first. */
  seasons:
    text(sql`(SELECT ${jsonRows('x', SEASON)} FROM (SELECT * FROM season WHERE site_id = site.id
      ORDER BY starts_on DESC, id DESC LIMIT ${SEASONS_SHOWN}) x)`),
  /** {@link PageApplicationRow}, the latest first. */
  applications: text(sql`(SELECT ${jsonRows('x', APPLICATION)} FROM (SELECT * FROM application
      WHERE site_id = site.id ORDER BY opened_at DESC, sequence DESC LIMIT ${APPLICATIONS_SHOWN}) x)`),
}

/** A site with everything its page shows. */
export type SitePageRow = SiteRow &
  RowOf<typeof LISTS> & {
    /** {@link PageHouseholdRow}; one more than {@link HOUSEHOLDS_A_PAGE} where there are more. */
    readonly households: string
  }

/**
 * One statement for the whole page: round trips cost more than anything in it, and several
 * statements more than one. The server prepares it anew each time, which costs more than running
 * it: so it names its columns, and bounds by LIMIT only lists that their verbs do not bound. Null
 * for a place that does not exist.
 */
export function readSitePage(
  db: Database,
  input: { readonly id: string; readonly householdsAfter: number },
): Promise<SitePageRow | null> {
  const { id, householdsAfter } = input
  return firstOf(
    db
      .select({
        ...SITE_FIELDS,
        ...LISTS,
        households: text(sql`(SELECT ${jsonRows('x', HOUSEHOLD)} FROM (SELECT * FROM site_household
          WHERE site_id = site.id AND position > ${householdsAfter}
          ORDER BY position LIMIT ${HOUSEHOLDS_A_PAGE + 1}) x)`),
      })
      .from(site)
      .innerJoin(siteKind, eq(siteKind.id, site.kind))
      .innerJoin(organisation, eq(organisation.id, site.organisationId))
      .where(eq(site.id, id))
      .limit(1),
  )
}
