import type { CodeFacts, StandingFacts } from '../../../worker/domain/standing/types.ts'
import { type OracleReason, reasonOf } from './oracle-reason.ts'
import {
  decisionsTaken,
  latestBadAfter,
  marketsThatCount,
  statusAtDestination,
} from './status-oracle.ts'

/**
 * What the batch's own codes give in its destination markets. "Only its own codes in those markets give
 * reasons": read so, that a code is one of a market once a decision about it there was taken, and that one
 * granted only after the packing day was not active on it, at home as abroad.
 */
export function codeReasons(facts: StandingFacts, today: string): OracleReason[] {
  const { packedOn } = facts
  const reasons: OracleReason[] = []
  for (const market of new Set(facts.markets)) {
    for (const code of facts.codes) {
      if (!isOfMarket(code, market)) continue
      const packed = statusAtDestination(code.events, market, packedOn)
      if (packed?.status !== 'active') {
        const [since, recordedAt] = [packed?.effectiveOn ?? null, packed?.recordedAt ?? null]
        reasons.push(reasonOf(notActive(code), { since, market, recordedAt }))
      }
      const later = latestBadAfter(code.events, market, { packedOn, today })
      if (later !== null) {
        const { effectiveOn: since, recordedAt } = later
        reasons.push(reasonOf(`${code.kind}_${later.status}`, { since, market, recordedAt }))
      }
    }
    // "VNM needs none."
    if (market !== 'VNM') reasons.push(...withoutCode(facts, market))
  }
  return reasons
}

/**
 * "For each export destination every named site needs a code there: where one has none,
 * `…_not_active_when_packed` for that market with status `none` and `since` null".
 */
function withoutCode(facts: StandingFacts, market: string): OracleReason[] {
  const reasons: OracleReason[] = []
  for (const siteId of new Set(facts.codes.map((code) => code.siteId))) {
    const codes = facts.codes.filter((code) => code.siteId === siteId)
    const [first] = codes
    if (first !== undefined && !codes.some((code) => isOfMarket(code, market))) {
      reasons.push(reasonOf(notActive(first), { since: null, market, recordedAt: null }))
    }
  }
  return reasons
}

function isOfMarket(code: CodeFacts, market: string): boolean {
  const counting = marketsThatCount(market)
  return decisionsTaken(code.events).some((event) => counting.includes(event.market))
}

function notActive(code: CodeFacts): string {
  return `${code.kind}_not_active_when_packed`
}
