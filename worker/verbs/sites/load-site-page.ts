import {
  HOUSEHOLDS_A_PAGE,
  MAX_COUNTED,
  PARCELS_SHOWN,
  type PageActionRow,
  type PageApplicationRow,
  type PageBoundaryRow,
  type PageCodeRow,
  type PageDocumentRow,
  type PageHouseholdRow,
  type PageLinkRow,
  type PageSeasonRow,
  readSitePage,
  type SitePageRow,
} from '../../../db/queries/sites-page.ts'
import type { CropRow, TreatmentRow } from '../../../db/queries/sites-rows.ts'
import { statusOn } from '../../domain/standing/status-on.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { applicationSideOf } from '../applications/open-application.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Asking, VerbContext } from '../context.ts'
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
  readonly history: readonly PageAction[]
  /** The latest; none for who may not read the diary. */
  readonly seasons: readonly PageSeasonRow[]
  /** Those the actor may read, the latest first. */
  readonly applications: readonly PageApplicationRow[]
  /** False where the households' telephone numbers were left out. */
  readonly mayReadPhones: boolean
  readonly mayWrite: boolean
  readonly mayGrant: boolean
}

export type PageHousehold = Omit<PageHouseholdRow, 'position'>
export type PageBoundary = PageBoundaryRow
export type PageDocument = PageDocumentRow

export type PageCode = {
  readonly id: string
  readonly code: string
  readonly withdrawn: boolean
  readonly markets: readonly { readonly market: string; readonly status: CodeStatus }[]
}

export type PageLink = Pick<
  PageLinkRow,
  | ('id' | 'otherId' | 'otherName' | 'otherCode' | 'contractNo' | 'fromOn' | 'toOn')
  | ('quantityKg' | 'markets' | 'usedKg' | 'lends')
> & {
  readonly ended: boolean
  /** Its first day is still to come. */
  readonly ahead: boolean
  /** The other side may be opened by the actor too. */
  readonly mayOpen: boolean
  /** Who has still to agree to it; null once both sides have. */
  readonly waitsFor: 'us' | 'them' | null
}

export type PageAction = {
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
  const households = rowsOf<PageHouseholdRow>(site.households)
  const shown = households.slice(0, HOUSEHOLDS_A_PAGE)
  const mayReadPhones = mayDo(ctx.actor, 'households.phones', target)
  const stands = site.withdrawnAt === null
  return {
    site,
    fields: kindFieldsOf(site.kindFields),
    details: detailsOf(site.details),
    crops: rowsOf<CropRow>(site.crops).toSorted(
      (a, b) => (b.plantedAreaHa ?? 0) - (a.plantedAreaHa ?? 0),
    ),
    treatments: rowsOf<TreatmentRow>(site.treatments),
    parcels: rowsOf<string>(site.parcels).slice(0, PARCELS_SHOWN),
    moreParcels: rowsOf<string>(site.parcels).length > PARCELS_SHOWN,
    households: shown.map(({ position: _, ...household }) =>
      mayReadPhones ? household : { ...household, phone: null },
    ),
    manyHouseholds: site.householdsListed >= MAX_COUNTED,
    nextHouseholds: households.length > shown.length ? (shown.at(-1)?.position ?? null) : null,
    codes: codesOf(site.codes, vietnamDateOf(ctx.now())),
    boundary: site.boundary === null ? null : (JSON.parse(site.boundary) as PageBoundary),
    links: linksOf(ctx, site.links),
    documents: rowsOf<PageDocumentRow>(site.documents),
    history: rowsOf<PageActionRow>(site.history).map(pageActionOf),
    seasons: mayDo(ctx.actor, 'diary.read', target) ? rowsOf<PageSeasonRow>(site.seasons) : [],
    applications: rowsOf<PageApplicationRow>(site.applications).filter((row) => mayRead(ctx, row)),
    mayReadPhones,
    mayWrite: stands && mayDo(ctx.actor, 'sites.write', target),
    mayGrant: stands && mayDo(ctx.actor, 'codes.grant', target),
  }
}

/** One of a former holder is not the present one's to see, and a draft is its holder's alone. */
function mayRead({ actor }: Asking, row: PageApplicationRow): boolean {
  const isShown = row.byOffice === 1 || row.state !== 'draft'
  const isHolder = applicationSideOf(actor) === 'holder'
  return (isShown || isHolder) && mayDo(actor, 'applications.read', targetOf(row))
}

/** Rows that our own query wrote as JSON. */
function rowsOf<T>(json: string): readonly T[] {
  return JSON.parse(json) as T[]
}

function codesOf(json: string, today: string): PageCode[] {
  return rowsOf<PageCodeRow>(json).map(({ id, code, withdrawnAt, markets, events }) => {
    const decisions = events.map((event) => ({ ...event, ...UNSAID }))
    return {
      id,
      code,
      withdrawn: withdrawnAt !== null,
      markets: markets
        .toSorted()
        .map((market) => ({ market, status: statusOn(decisions, market, today) })),
    }
  })
}

/** What the page does not ask of a decision. */
const UNSAID = { reason: null, documentNo: null, text: null, amends: null }

function linksOf(ctx: VerbContext, json: string): PageLink[] {
  const today = vietnamDateOf(ctx.now())
  return rowsOf<PageLinkRow>(json).map((row) => {
    const { endedAt, ownAt, otherAt, organisationId, provinceCode, communeCode, ...link } = row
    const { fromOn, toOn } = link
    // A contract is over when it was ended, or when its last day has passed.
    const ended = endedAt !== null || (toOn !== null && toOn < today)
    return {
      ...link,
      ended,
      ahead: !ended && fromOn > today,
      mayOpen: mayDo(
        ctx.actor,
        'sites.read',
        targetOf({ organisationId, provinceCode, communeCode }),
      ),
      waitsFor: ownAt === null ? 'us' : otherAt === null ? 'them' : null,
    }
  })
}

function pageActionOf({
  at,
  actorName,
  actor,
  action,
  before,
  after,
  reason,
}: PageActionRow): PageAction {
  const read = (json: string | null) => {
    const value: unknown = json === null ? null : JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  }
  const who = actorName ?? actor.replace(/^\w+:/, '')
  return { at, who, action, before: read(before), after: read(after), reason }
}
