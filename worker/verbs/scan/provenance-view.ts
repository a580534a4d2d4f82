import type { DocumentSite } from '../../domain/standing/batch-document.ts'
import { decideStanding } from '../../domain/standing/decide-standing.ts'
import type { NoticeView, Provenance, SiteView } from '../../domain/standing/provenance.ts'
import { isDecidedFor, marketsOf, statusFor, statusOn } from '../../domain/standing/status-on.ts'
import type { CodeFacts, Market, Reason } from '../../domain/standing/types.ts'
import { type BatchFacts, standingFacts } from './batch-facts.ts'

/**
 * The public document of a batch on a day: the stored part, with each code's status on the packing
 * day and today. Its notices are the dated reasons of the batch as a whole, whichever label was
 * scanned: what is wrong with one label is not said of its batch.
 */
export function provenanceOn(facts: BatchFacts, today: string): Provenance {
  const { reasons } = decideStanding(standingFacts(facts, null), today)
  const { document } = facts
  const { markets, packedOn } = document.provenance
  const view = (site: DocumentSite): SiteView => {
    const code = facts.codes.find((candidate) => candidate.code === site.code)
    return siteView({ site, code, markets, packedOn, today })
  }
  return {
    ...document.provenance,
    growingAreas: document.growingAreas.map(view),
    packingHouse: document.packingHouse === null ? null : view(document.packingHouse),
    diary: document.provenance.diary.map((entry) => ({ ...UNAMENDED, ...entry })),
    notices: reasons.flatMap(toNotice),
  }
}

const UNAMENDED = { earlier: [], reason: null, takenBackAt: null }

/** Each code is shown for one destination market, the one with most to tell; the rest are listed beside it. */
function siteView(input: {
  site: DocumentSite
  code: CodeFacts | undefined
  markets: readonly Market[]
  packedOn: string
  today: string
}): SiteView {
  const { site, markets, packedOn, today } = input
  const events = input.code?.events ?? []
  const known = marketsOf(events)
  const statuses = (m: Market) => ({
    statusWhenPacked: statusFor(events, m, packedOn),
    statusToday: statusFor(events, m, today),
  })
  const destinations = markets.filter((m) => isDecidedFor(events, m))
  const market =
    destinations.find((m) => statuses(m).statusWhenPacked !== 'active') ??
    destinations.find((m) => statuses(m).statusToday !== 'active') ??
    destinations[0] ??
    markets.find((m) => m !== 'VNM') ??
    null
  return {
    code: site.code,
    market,
    name: site.name,
    commune: site.commune,
    province: site.province,
    crop: site.crop,
    areaHa: site.areaHa,
    ...(market === null ? { statusWhenPacked: 'none', statusToday: 'none' } : statuses(market)),
    otherMarkets: known
      .filter((m) => m !== market)
      .map((m) => ({
        market: m,
        statusWhenPacked: statusOn(events, m, packedOn),
        statusToday: statusOn(events, m, today),
      })),
  }
}

function toNotice(reason: Reason): NoticeView[] {
  if (reason.since === null) return []
  const { code: kind, since: on, documentNo, text } = reason
  return [{ kind, on, documentNo, text }]
}
