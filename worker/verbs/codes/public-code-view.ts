import type { PublicCodeRow } from '../../../db/queries/public-codes.ts'
import { decidingEvent, marketsOf } from '../../domain/standing/status-on.ts'
import type { CodeStatus, StatusEvent } from '../../domain/standing/types.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { mayBeNamed, publicSiteName } from '../batches/public-names.ts'

/** Instants are ISO 8601 in UTC, dates Asia/Ho_Chi_Minh, areas hectares; what is not known is null. */
export type PublicCodeSummary = {
  readonly code: string
  /** Kind of place: `growing_area`, `packing_house` and others as they come. */
  readonly kind: string
  /** Format of the code, by the rule it follows. */
  readonly scheme: string
  /** `name` is null where it is a person's who has not agreed to be named. */
  readonly holder: { readonly name: string | null; readonly kind: string }
  readonly name: string
  readonly commune: string | null
  readonly province: string | null
  readonly crops: readonly PublicCrop[]
  readonly areaHa: number | null
  readonly legacyCode: string | null
  readonly markets: readonly PublicMarket[]
}

export type PublicCrop = {
  readonly name: string
  readonly variety: string | null
  readonly areaHa: number | null
}

export type PublicMarket = {
  readonly market: string
  readonly statusToday: CodeStatus
  /** The day today's status began; null before the first decision. */
  readonly since: string | null
  readonly validTo: string | null
}

export type PublicCode = PublicCodeSummary & {
  /** WGS84 to two decimals, about a kilometre; null where no point is known. */
  readonly point: { readonly lat: number; readonly lng: number } | null
  /** The day it was taken out of the lists as entered by mistake, Asia/Ho_Chi_Minh; else null. */
  readonly withdrawnOn: string | null
  /** The older code this one replaced, and those that replaced it. */
  readonly supersedes: string | null
  readonly supersededBy: readonly string[]
  readonly history: readonly PublicDecision[]
}

export type PublicDecision = {
  readonly market: string
  readonly status: CodeStatus
  readonly effectiveOn: string
  readonly recordedAt: string
  readonly reason: string | null
  readonly documentNo: string | null
  readonly text: LocalText | null
  /** True when a later decision corrected it, so that it no longer counts. */
  readonly amended: boolean
}

/** The whole public entry of a code on a day, decisions newest first. */
export function publicCodeView(row: PublicCodeRow, today: string): PublicCode {
  const { events } = row
  return {
    ...summary(row, today),
    point: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
    withdrawnOn: row.withdrawnAt === null ? null : vietnamDateOf(row.withdrawnAt),
    supersedes: row.supersedes,
    supersededBy: row.supersededBy.toSorted(),
    history: events
      .filter(isSaid)
      .toSorted(newestFirst)
      .map((event) => ({
        market: event.market,
        status: event.status,
        effectiveOn: event.effectiveOn,
        recordedAt: new Date(event.recordedAt).toISOString(),
        reason: event.reason,
        documentNo: event.documentNo,
        text: event.text,
        amended: events.some((other) => other.amends === event.id),
      })),
  }
}

/** What only takes a decision back is not said; the decision stands marked as corrected. */
function isSaid({ status, amends }: StatusEvent): boolean {
  return status !== 'none' || amends === null
}

function summary(row: PublicCodeRow, today: string): PublicCodeSummary {
  const holder = { orgName: row.orgName, orgKind: row.orgKind, nameConsentOn: row.nameConsentOn }
  const { siteName, kindName: fallback } = row
  return {
    code: row.code,
    kind: row.kind,
    scheme: row.scheme,
    holder: { name: mayBeNamed(holder) ? row.orgName : null, kind: row.orgKind },
    name: publicSiteName({ ...holder, siteName, fallback }),
    commune: row.communeName,
    province: row.provinceName,
    crops: toCrops(row),
    areaHa: row.areaHa,
    legacyCode: row.legacyCode,
    markets: toMarkets(row, today),
  }
}

function toCrops({ crops }: PublicCodeRow): PublicCrop[] {
  return crops
    .map(({ crop, variety, plantedAreaHa }) => ({ name: crop, variety, areaHa: plantedAreaHa }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The markets it was asked for, and those it has a decision for. */
function toMarkets(row: PublicCodeRow, today: string): PublicMarket[] {
  const events = row.decisions
  const asked = new Map(row.markets.map(({ market, validTo }) => [market, validTo]))
  return [...new Set([...asked.keys(), ...marketsOf(events)])].sort().map((market) => {
    const event = decidingEvent(events, market, today)
    return {
      market,
      statusToday: event?.status ?? 'none',
      since: event?.effectiveOn ?? null,
      validTo: asked.get(market) ?? null,
    }
  })
}

/** The order in which decisions count, turned round. */
function newestFirst(a: StatusEvent, b: StatusEvent): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? 1 : -1
  if (a.recordedAt !== b.recordedAt) return b.recordedAt - a.recordedAt
  return a.id < b.id ? 1 : -1
}
