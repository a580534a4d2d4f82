import type { PartText } from '../../lib/text/local-text.ts'
import { daysBefore } from '../../lib/time/calendar-date.ts'
import type { CheckStage, CheckProof as ProofKind } from '../market-rules/kinds.ts'
import type { MarketRule } from '../market-rules/market-rule.ts'
import { rulesOfKind, rulesOn } from '../market-rules/rules-on.ts'
import { subjectOf } from '../market-rules/subject-of.ts'
import type { CheckAllowance, CheckFacts } from './check-facts.ts'
import { type CheckState, rankOf, worstState } from './kinds.ts'
import { type CheckProof, type CheckRule, proofsOf } from './proofs-of.ts'

/** How far a season reaches back where nobody said when it began, as diaries do. */
export const SEASON_DAYS = 400

/** A check that a market asks of a batch, and how it stands. Kept as it is when the batch is released. */
export type JudgedCheck = {
  readonly key: string
  readonly market: string
  readonly name: PartText
  readonly before: CheckStage
  readonly proofKind: ProofKind
  readonly days: number | null
  readonly ruleId: string
  readonly source: string
  /** Only told of, whatever its state. */
  readonly isDoubtful: boolean
  readonly state: CheckState
  /** What it was decided by; null where there is nothing. */
  readonly proof: CheckProof | null
  /** An officer's word that it may stand like this. */
  readonly allowance: CheckAllowance | null
  /** True where no labels are made because of it. */
  readonly blocks: boolean
}

export type ChecksAsked = {
  /** Every rule that may count, of any day: the one that does is told from the packing day. */
  readonly rules: readonly MarketRule[]
  readonly crop: string
  readonly markets: readonly string[]
  readonly packedOn: string
  readonly harvestedOn: readonly string[]
  readonly seasonFrom: string | null
  readonly today: string
  readonly areaIds: readonly string[]
  readonly houseIds: readonly string[]
  readonly facts: CheckFacts
  /** The latest last. */
  readonly allowances: readonly CheckAllowance[]
}

/**
 * The checks that the markets of a batch ask for by the rules of its packing day, and whether each is
 * there, passed and within its days. A doubtful rule holds nothing back; an officer's exception lets a
 * check stand as it was seen, and no worse.
 */
export function judgeChecks(asked: ChecksAsked): readonly JudgedCheck[] {
  const { rules, crop, packedOn: day } = asked
  return asked.markets.flatMap((market) =>
    rulesOfKind(rulesOn(rules, { crop, market, day }), 'required_check').map((rule) =>
      judgeOne(rule, { ...asked, market }),
    ),
  )
}

/** True where any check is asked for: without one there is nothing to look up. */
export function asksChecks(
  asked: Pick<ChecksAsked, 'rules' | 'crop' | 'markets' | 'packedOn'>,
): boolean {
  const { rules, crop, markets, packedOn: day } = asked
  return markets.some(
    (market) => rulesOfKind(rulesOn(rules, { crop, market, day }), 'required_check').length > 0,
  )
}

/** What tells a check of a batch from its others. */
export function checkKeyOf(market: string, rule: CheckRule): string {
  return `${market}:${subjectOf(rule.value)}`
}

function judgeOne(rule: CheckRule, asked: ChecksAsked & { readonly market: string }): JudgedCheck {
  const { market, allowances } = asked
  const { name, before, proof: proofKind, days } = rule.value
  const key = checkKeyOf(market, rule)
  const proofs = proofsOf({ ...asked, rule, key })
  const found = placesOf(rule, asked).map((siteId) => {
    const own = proofs.filter((proof) => proof.siteId === null || proof.siteId === siteId)
    return decide(own, windowOf(rule, asked))
  })
  const state = worstState(found.map((each) => each.state))
  const given = allowances.findLast((each) => each.key === key) ?? null
  const allowance = given !== null && rankOf(state) >= rankOf(given.state) ? given : null
  return {
    ...{ key, market, name, before, proofKind, days, state, allowance },
    ...{ ruleId: rule.id, source: rule.source, isDoubtful: rule.isDoubtful },
    proof: found.find((each) => each.state === state)?.proof ?? null,
    blocks: state !== 'passed' && !rule.isDoubtful && allowance === null,
  }
}

/** The places that must each be shown to have it; null where only the batch itself can. */
function placesOf({ value: { proof, before } }: CheckRule, asked: ChecksAsked): (string | null)[] {
  const { areaIds, houseIds } = asked
  const places =
    proof === 'record'
      ? []
      : proof === 'inspection' && before !== 'harvest' && houseIds.length > 0
        ? houseIds
        : areaIds
  return places.length === 0 ? [null] : [...places]
}

type Window = {
  /** The first day on which it counts: of the batch itself, and of a place in its season. */
  readonly from: string | null
  readonly seasonFrom: string
  /** The last one. */
  readonly to: string
}

function windowOf({ value: { before, days } }: CheckRule, asked: ChecksAsked): Window {
  const { packedOn, harvestedOn, today } = asked
  const back = (by: number) => daysBefore(packedOn, by)
  const [firstHarvest = packedOn] = [...harvestedOn].sort()
  const ends = { harvest: firstHarvest, packing: packedOn, shipment: today }
  return {
    from: days === null ? null : back(days),
    seasonFrom: asked.seasonFrom ?? back(SEASON_DAYS),
    to: earlier(today, ends[before]),
  }
}

type Decided = { readonly state: CheckState; readonly proof: CheckProof | null }

/**
 * What some proofs of one place come to: the newest that says passed or failed decides, of one day the
 * worse. A failure counts although it came too late to be a pass.
 */
function decide(proofs: readonly CheckProof[], window: Window): Decided {
  const timely = proofs.filter(
    (proof) => proof.outcome === 'failed' || proof.on === null || proof.on <= window.to,
  )
  const decided = timely.filter((proof) => decides(proof, window)).toSorted(newestFirst)
  const [newest] = decided
  if (newest?.outcome === 'failed') return { state: 'failed', proof: newest }
  if (newest !== undefined && isWithin(newest, window)) return { state: 'passed', proof: newest }
  const open = timely.filter(
    (proof) =>
      !decides(proof, window) &&
      proof.outcome !== 'failed' &&
      (proof.on === null || isWithin(proof, window)),
  )
  const [first] = open.toSorted((a, b) => rankOf(b.outcome) - rankOf(a.outcome))
  if (first !== undefined) {
    // A pass of which nobody knows the day cannot be held against days.
    const state = first.outcome === 'passed' ? 'undecided' : first.outcome
    return { state, proof: first }
  }
  return newest === undefined
    ? { state: 'missing', proof: null }
    : { state: 'expired', proof: newest }
}

function decides({ outcome, on, siteId }: CheckProof, window: Window): boolean {
  if (outcome === 'passed') return on !== null || window.from === null
  if (outcome !== 'failed') return false
  // What a place failed in another season is that season's.
  return siteId === null || on === null || on >= earlier(window.seasonFrom, window.from)
}

function isWithin({ on, siteId }: CheckProof, { from, seasonFrom }: Window): boolean {
  const first = from ?? (siteId === null ? null : seasonFrom)
  return first === null || (on !== null && on >= first)
}

function newestFirst(a: CheckProof, b: CheckProof): number {
  const [left, right] = [dayOf(a), dayOf(b)]
  if (left !== right) return left < right ? 1 : -1
  return rankOf(a.outcome) - rankOf(b.outcome)
}

/** A failure of which nobody knows the day is not outdone by any pass. */
function dayOf({ on, outcome }: CheckProof): string {
  return on ?? (outcome === 'failed' ? '9999-12-31' : '')
}

const earlier = (a: string, b: string | null) => (b !== null && b < a ? b : a)
