import type { PublicCodeRow } from '../../../db/queries/public-codes.ts'
import type {
  PublicCode,
  PublicCodeSummary,
  PublicCrop,
  PublicMarket,
} from '../../domain/codes/public-code.ts'
import { pickFacts } from '../../domain/sites/pick-facts.ts'
import { PUBLISHED_FACTS } from '../../domain/sites/site-facts.ts'
import { type EventCell, statusEventOf } from '../../domain/standing/status-event-of.ts'
import { decidingEvent, marketsOf } from '../../domain/standing/status-on.ts'
import type { StatusEvent } from '../../domain/standing/types.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { mayBeNamed, publicSiteName } from '../batches/public-names.ts'

/** The whole public entry of a code on a day, decisions newest first. */
export function publicCodeView(row: PublicCodeRow, today: string): PublicCode {
  const events = toEvents(row.events)
  return {
    ...summary(row, today),
    point: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
    withdrawnOn: row.withdrawnAt === null ? null : vietnamDateOf(row.withdrawnAt),
    supersedes: row.supersedes,
    supersededBy: (JSON.parse(row.supersededBy) as string[]).sort(),
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
    commune: row.commune,
    province: row.province,
    crops: toCrops(row.crops),
    ...pickFacts(PUBLISHED_FACTS, row),
    legacyCode: row.legacyCode,
    markets: toMarkets(row, today),
  }
}

function toCrops(json: string): PublicCrop[] {
  return (JSON.parse(json) as [string, string | null, number | null][])
    .map(([name, variety, areaHa]) => ({ name, variety, areaHa }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The markets it was asked for, and those it has a decision for. */
function toMarkets(row: PublicCodeRow, today: string): PublicMarket[] {
  const events = (JSON.parse(row.decisions) as EventCell[][]).map(statusEventOf)
  const asked = new Map(JSON.parse(row.markets) as [string, string | null][])
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

/** Rows as `PublicCodeRow.events` has them. */
function toEvents(json: string): StatusEvent[] {
  return (JSON.parse(json) as EventCell[][]).map(statusEventOf)
}
