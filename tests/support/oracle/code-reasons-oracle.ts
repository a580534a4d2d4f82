import type { CodeFacts, StandingFacts } from '../../../worker/domain/standing/types.ts'
import { type OracleReason, reasonOf } from './oracle-reason.ts'
import { latestBadAfter, statusAtDestination } from './status-oracle.ts'

/**
 * What the batch's own codes give in its destination markets. "Only its own codes in those markets give
 * reasons": every code of a site that has a status there on the day speaks for itself.
 */
export function codeReasons(facts: StandingFacts, today: string): OracleReason[] {
  const { packedOn } = facts
  const reasons: OracleReason[] = []
  for (const market of new Set(facts.markets)) {
    for (const code of facts.codes) {
      const packed = statusAtDestination(code.events, market, packedOn)
      if (packed !== null && packed.status !== 'active') {
        const { effectiveOn: since, recordedAt } = packed
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
 * `…_not_active_when_packed` for that market with status `none` and `since` null". Read so: what counts
 * is the packing day; a code granted there later, or whose status there was `none`, is none.
 */
function withoutCode(facts: StandingFacts, market: string): OracleReason[] {
  const reasons: OracleReason[] = []
  for (const siteId of new Set(facts.codes.map((code) => code.siteId))) {
    const codes = facts.codes.filter((code) => code.siteId === siteId)
    const has = codes.some((c) => statusAtDestination(c.events, market, facts.packedOn) !== null)
    const [first] = codes
    if (!has && first !== undefined) {
      reasons.push(reasonOf(notActive(first), { since: null, market, recordedAt: null }))
    }
  }
  return reasons
}

function notActive(code: CodeFacts): string {
  return `${code.kind}_not_active_when_packed`
}
