import {
  HOUSEHOLDS_A_PAGE,
  MAX_COUNTED,
  PARCELS_SHOWN,
  readSitePage,
  type SitePageRow,
} from '../../../db/queries/sites-page.ts'
import type { CropRow, TreatmentRow } from '../../../db/queries/sites-rows.ts'
import { statusOn } from '../../domain/standing/status-on.ts'
import type { CodeStatus, StatusEvent } from '../../domain/standing/types.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { targetOf } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { type Details, detailsOf, type KindField, kindFieldsOf } from './kind-fields.ts'
import { noSuchSite } from './open-site.ts'

export type SitePage = {
  readonly site: SitePageRow
  readonly fields: readonly KindField[]
  readonly details: Details
  readonly crops: readonly CropRow[]
  readonly treatments: readonly TreatmentRow[]
  /** The first of them. */
  readonly parcels: readonly string[]
  readonly moreParcels: boolean
  readonly households: readonly PageHousehold[]
  /** True when counting stopped: there are at least as many as `site.householdsListed`. */
  readonly manyHouseholds: boolean
  /** The position the next page of households goes on after; null at the end. */
  readonly nextHouseholds: number | null
  readonly codes: readonly PageCode[]
  readonly boundary: PageBoundary | null
  readonly links: readonly PageLink[]
  readonly documents: readonly PageDocument[]
  readonly history: readonly PageDeed[]
  readonly mayWrite: boolean
  readonly mayGrant: boolean
}

export type PageHousehold = {
  readonly id: string
  readonly name: string
  readonly plot: string | null
  readonly areaHa: number | null
  readonly treeCount: number | null
  readonly phone: string | null
}

export type PageCode = {
  readonly id: string
  readonly code: string
  readonly withdrawn: boolean
  readonly markets: readonly { readonly market: string; readonly status: CodeStatus }[]
}

export type PageBoundary = {
  readonly geojson: string
  readonly areaHa: number
  readonly source: string
  readonly fileName: string | null
  readonly recordedAt: number
}

export type PageLink = {
  readonly id: string
  readonly otherId: string
  readonly otherName: string
  readonly otherCode: string | null
  readonly contractNo: string | null
  readonly fromOn: string
  readonly toOn: string | null
  readonly ended: boolean
  /** Its first day is still to come. */
  readonly ahead: boolean
  /** The other side may be opened by the actor too. */
  readonly mayOpen: boolean
  /** Who has still to agree to it; null once both sides have. */
  readonly waitsFor: 'us' | 'them' | null
}

export type PageDocument = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly bytes: number
  readonly createdAt: number
}

export type PageDeed = {
  readonly at: number
  readonly who: string
  readonly action: string
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
  readonly reason: string | null
}

/**
 * Everything the page of a place shows, in one statement. `not_found` for a place the actor may not
 * know of. Its cost does not grow with the number of households.
 */
export async function loadSitePage(
  ctx: VerbContext,
  input: {
    readonly id: string
    readonly householdsAfter: number
    /** Gives what a read gave before, where nothing has changed since. */
    readonly keep?: (read: () => Promise<SitePageRow | null>) => Promise<SitePageRow | null>
  },
): Promise<SitePage> {
  const read = () => readSitePage(ctx.db, input)
  const site = await (input.keep ?? ((load) => load()))(read)
  if (site === null || !mayDo(ctx.actor, 'sites.read', targetOf(site))) throw noSuchSite()
  const target = targetOf(site)
  const households = rowsOf<HouseholdCells>(site.households)
  const shown = households.slice(0, HOUSEHOLDS_A_PAGE)
  const stands = site.withdrawnAt === null
  return {
    site,
    fields: kindFieldsOf(site.kindFields),
    details: detailsOf(site.details),
    crops: rowsOf<[string, string | null, number | null]>(site.crops)
      .map(([crop, variety, plantedAreaHa]) => ({ crop, variety, plantedAreaHa }))
      .sort((a, b) => (b.plantedAreaHa ?? 0) - (a.plantedAreaHa ?? 0)),
    treatments: rowsOf<[string, string | null]>(site.treatments).map(
      ([treatment, facilityCode]) => ({ treatment, facilityCode }),
    ),
    parcels: rowsOf<string>(site.parcels).slice(0, PARCELS_SHOWN),
    moreParcels: rowsOf<string>(site.parcels).length > PARCELS_SHOWN,
    households: shown.map(([id, name, plot, areaHa, treeCount, phone]) => ({
      ...{ id, name, plot, areaHa, treeCount, phone },
    })),
    manyHouseholds: site.householdsListed >= MAX_COUNTED,
    nextHouseholds: households.length > shown.length ? (shown.at(-1)?.[6] ?? null) : null,
    codes: codesOf(site.codes, vietnamDateOf(ctx.now())),
    boundary: boundaryOf(site.boundary),
    links: linksOf(ctx, site.links),
    documents: rowsOf<DocumentCells>(site.documents).map(([id, kind, title, bytes, createdAt]) => ({
      ...{ id, kind, title, bytes, createdAt },
    })),
    history: rowsOf<DeedCells>(site.history).map(deedOf),
    mayWrite: stands && mayDo(ctx.actor, 'sites.write', target),
    mayGrant: stands && mayDo(ctx.actor, 'codes.grant', target),
  }
}

type HouseholdCells = [
  string,
  string,
  string | null,
  number | null,
  number | null,
  string | null,
  number,
]
type DocumentCells = [string, string, string, number, number]
type EventCells = [string, string, CodeStatus, string, number]
type CodeCells = [string, string, number | null, string[], EventCells[]]
type LinkCells = [
  ...[string, string, string, string | null, string | null, string, string | null, number | null],
  ...[string, string | null, string | null],
  ...[number | null, number | null],
]
type DeedCells = [
  ...[number, string | null, string, string],
  ...[string | null, string | null, string | null],
]

/** Rows that our own query wrote as JSON. */
function rowsOf<T>(json: string): readonly T[] {
  return JSON.parse(json) as T[]
}

function codesOf(json: string, today: string): PageCode[] {
  return rowsOf<CodeCells>(json).map(([id, code, withdrawnAt, markets, cells]) => {
    const events = cells.map(eventOf)
    return {
      ...{ id, code, withdrawn: withdrawnAt !== null },
      markets: markets
        .sort()
        .map((market) => ({ market, status: statusOn(events, market, today) })),
    }
  })
}

function eventOf([id, market, status, effectiveOn, recordedAt]: EventCells): StatusEvent {
  const unsaid = { reason: null, documentNo: null, text: null, amends: null }
  return { id, market, status, effectiveOn, recordedAt, ...unsaid }
}

function boundaryOf(json: string | null): PageBoundary | null {
  if (json === null) return null
  const [geojson, areaHa, source, fileName, recordedAt] = JSON.parse(json) as [
    ...[string, number, string, string | null, number],
  ]
  return { geojson, areaHa, source, fileName, recordedAt }
}

function linksOf(ctx: VerbContext, json: string): PageLink[] {
  const today = vietnamDateOf(ctx.now())
  return rowsOf<LinkCells>(json).map((cells) => {
    const [id, otherId, otherName, otherCode, contractNo, fromOn, toOn, endedAt] = cells
    const [, , , , , , , , organisationId, provinceCode, communeCode, ownAt, otherAt] = cells
    const target = { organisationId, place: { provinceCode, communeCode } }
    const mayOpen = mayDo(ctx.actor, 'sites.read', target)
    // A contract is over when it was ended, or when its last day has passed.
    const ended = endedAt !== null || (toOn !== null && toOn < today)
    return {
      ...{ id, otherId, otherName, otherCode, contractNo, fromOn, toOn },
      ...{ ended, ahead: !ended && fromOn > today, mayOpen },
      waitsFor: ownAt === null ? 'us' : otherAt === null ? 'them' : null,
    }
  })
}

function deedOf([at, name, actor, action, before, after, reason]: DeedCells): PageDeed {
  const read = (json: string | null) => {
    const value: unknown = json === null ? null : JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  }
  const who = name ?? actor.replace(/^\w+:/, '')
  return { at, who, action, before: read(before), after: read(after), reason }
}
