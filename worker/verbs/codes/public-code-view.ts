import type { PublicCodeRow } from '../../../db/queries/public-codes.ts'
import type {
  PublicCode,
  PublicCodeSummary,
  PublicCrop,
  PublicMarket,
} from '../../domain/codes/public-code.ts'
import { pickFacts } from '../../domain/sites/pick-facts.ts'
import { PUBLISHED_FACTS } from '../../domain/sites/site-facts.ts'
import { decidingEvent, marketsOf } from '../../domain/standing/status-on.ts'
import type { StatusEvent } from '../../domain/standing/types.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { mayBeNamed, publicSiteName } from '../batches/public-names.ts'

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
    ...pickFacts(PUBLISHED_FACTS, row),
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
