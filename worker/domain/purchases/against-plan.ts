import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { toGrams } from '../lots/balance.ts'

type KgOfMonth = { readonly month: string; readonly kg: number }
type KgOfBuyer = KgOfMonth & { readonly buyer: string }

/** A season as its plan is held against what happened. */
export type SeasonFacts = {
  readonly plans: readonly KgOfBuyer[]
  readonly bought: readonly KgOfBuyer[]
  readonly packed: readonly KgOfMonth[]
  /** As the end of the season says, else as the diary adds up; null where neither says anything. */
  readonly harvestedKg: number | null
  /** The month of today, `YYYY-MM`: what is yet to come is not missed. */
  readonly thisMonth: string
}

/** A month of a plan beside what happened in it. */
export type MonthAgainstPlan = {
  readonly month: string
  readonly plannedKg: number
  readonly boughtKg: number
  readonly packedKg: number
}

/** What there is to say of a season: each a sentence with its figures. */
export type PlanRemark =
  | { readonly kind: 'short' | 'beyond'; readonly month: string; readonly kg: number }
  | { readonly kind: 'unplanned_buyer'; readonly buyer: string; readonly kg: number }
  | {
      readonly kind: 'silent_buyer'
      readonly buyer: string
      readonly month: string
      readonly kg: number
    }
  | { readonly kind: 'not_reported'; readonly month: string; readonly kg: number }
  | { readonly kind: 'more_than_harvested'; readonly kg: number; readonly harvestedKg: number }
  | { readonly kind: 'on_plan' }

/** From what on a difference is worth a word: a tenth of what was planned. */
const WORTH_SHARE = 0.1

/**
 * Holds what a holder planned to sell of a season against what was reported, packed and harvested. Months
 * that are not over are only shown.
 */
export function againstPlan(facts: SeasonFacts): {
  readonly months: readonly MonthAgainstPlan[]
  readonly remarks: readonly PlanRemark[]
} {
  const { plans, bought, packed } = facts
  const names = new Set([...plans, ...bought, ...packed].map(({ month }) => month))
  const months = [...names].sort().map((month) => ({
    month,
    plannedKg: kgIn(plans, month),
    boughtKg: kgIn(bought, month),
    packedKg: kgIn(packed, month),
  }))
  const remarks = [
    ...months.filter(({ month }) => month < facts.thisMonth).flatMap(remarksOfMonth),
    ...buyerRemarks(facts),
    ...harvestRemarks(facts, months),
  ]
  const isPlanned = plans.some(({ month }) => month < facts.thisMonth)
  return {
    months,
    remarks: remarks.length === 0 && isPlanned ? [{ kind: 'on_plan' }] : remarks,
  }
}

function remarksOfMonth({
  month,
  plannedKg,
  boughtKg,
  packedKg,
}: MonthAgainstPlan): readonly PlanRemark[] {
  const off = toGrams(boughtKg - plannedKg)
  const isWorth = plannedKg > 0 && Math.abs(off) > plannedKg * WORTH_SHARE
  const kind = off < 0 ? 'short' : 'beyond'
  const unreported = toGrams(packedKg - boughtKg)
  return [
    ...(isWorth ? [{ kind, month, kg: Math.abs(off) } as const] : []),
    ...(packedKg > 0 && unreported > packedKg * WORTH_SHARE
      ? [{ kind: 'not_reported', month, kg: unreported } as const]
      : []),
  ]
}

function buyerRemarks({ plans, bought, thisMonth }: SeasonFacts): readonly PlanRemark[] {
  if (plans.length === 0) return []
  const planned = new Set(plans.map(({ buyer }) => foldVietnamese(buyer)))
  const strangers = new Map<string, { buyer: string; kg: number }>()
  for (const { buyer, kg } of bought) {
    const key = foldVietnamese(buyer)
    if (key === '' || planned.has(key)) continue
    const known = strangers.get(key)
    strangers.set(key, { buyer, kg: toGrams((known?.kg ?? 0) + kg) })
  }
  const keyOf = ({ month, buyer }: KgOfBuyer) => `${month}\n${foldVietnamese(buyer)}`
  const heard = new Set(bought.map(keyOf))
  const silent = plans.filter((line) => line.month < thisMonth && !heard.has(keyOf(line)))
  return [
    ...[...strangers.values()].map((each) => ({ kind: 'unplanned_buyer', ...each }) as const),
    ...silent.map(({ buyer, month, kg }) => ({ kind: 'silent_buyer', buyer, month, kg }) as const),
  ]
}

function harvestRemarks(
  { harvestedKg }: SeasonFacts,
  months: readonly MonthAgainstPlan[],
): readonly PlanRemark[] {
  const kg = toGrams(months.reduce((sum, { boughtKg }) => sum + boughtKg, 0))
  if (harvestedKg === null || kg <= harvestedKg * (1 + WORTH_SHARE)) return []
  return [{ kind: 'more_than_harvested', kg, harvestedKg }]
}

function kgIn(rows: readonly KgOfMonth[], month: string): number {
  return toGrams(rows.filter((row) => row.month === month).reduce((sum, { kg }) => sum + kg, 0))
}
