import type { MarketRule } from '../market-rules/market-rule.ts'
import { carriedOverOf, type PlantedCrop, plantedTo, type Quota, quotaOf } from './quota-of.ts'
import { yieldCeilingOn } from './yield-ceilings.ts'

/** Kilograms by crop, folded; null for goods whose crop nobody could tell. */
export type KgOfCrop = { readonly crop: string | null; readonly kg: number }

/** What is known of a growing area for a year and the one before. */
export type QuotaFacts = {
  readonly areaHa: number | null
  /** With their names as they were written: tones tell some of them apart. */
  readonly crops: readonly (PlantedCrop & { readonly name: string })[]
  readonly packed: readonly KgOfCrop[]
  readonly packedBefore: readonly KgOfCrop[]
  /** What closed seasons of the year before reported. */
  readonly yieldsBefore: readonly KgOfCrop[]
  /** Rules on what a hectare yields at most, of any crop, market and day. */
  readonly ceilings: readonly MarketRule[]
}

type QuotaAsked = {
  /** Folded. */
  readonly crop: string
  readonly markets: readonly string[]
  readonly day: string
}

/**
 * The quota of one crop of a growing area on a day, towards some destinations: the lowest ceiling of
 * theirs counts. Null where planted hectares or the ceiling are not known: what is not known stops
 * nobody, and is shown as missing.
 */
export function quotaOfSite(facts: QuotaFacts, asked: QuotaAsked): Quota | null {
  const { crop, markets, day } = asked
  const planted = plantedTo(crop, facts)
  const ceilingTPerHa = lowestCeiling(facts, asked)
  if (planted === null || ceilingTPerHa === null) return null
  const lastYear = `${Number(day.slice(0, 4)) - 1}-12-31`
  const before = quotaOf({
    ...planted,
    ceilingTPerHa: lowestCeiling(facts, { crop, markets, day: lastYear }) ?? ceilingTPerHa,
    carriedOverKg: 0,
    packedKg: kgOf(facts.packedBefore, crop) ?? 0,
  })
  return quotaOf({
    ...planted,
    ceilingTPerHa,
    carriedOverKg: carriedOverOf({ ...before, yieldKg: kgOf(facts.yieldsBefore, crop) }),
    packedKg: kgOf(facts.packed, crop) ?? 0,
  })
}

/** A quota with the destinations that have it; none where there is only what holds for all. */
export type QuotaOfMarkets = { readonly markets: readonly string[]; readonly quota: Quota | null }

/**
 * The quota of a crop towards each destination of a growing area's codes, those of one ceiling together, in
 * the order of the markets. Goods are counted once for all: what one destination takes the others lack.
 */
export function quotasByMarket(facts: QuotaFacts, asked: QuotaAsked): readonly QuotaOfMarkets[] {
  const { crop, day } = asked
  const markets = [...new Set(asked.markets)].sort()
  if (markets.length === 0) return [{ markets, quota: quotaOfSite(facts, asked) }]
  const groups = new Map<string, { markets: string[]; quota: Quota | null }>()
  for (const market of markets) {
    const quota = quotaOfSite(facts, { crop, day, markets: [market] })
    const key = JSON.stringify(quota)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { markets: [market], quota })
    else group.markets.push(market)
  }
  return [...groups.values()]
}

function lowestCeiling(
  { crops, ceilings }: QuotaFacts,
  { crop, markets, day }: QuotaAsked,
): number | null {
  const name = crops.find(({ cropFolded }) => cropFolded === crop)?.name ?? crop
  const asked = markets.length === 0 ? [null] : markets
  const known = asked.flatMap(
    (market) => yieldCeilingOn(ceilings, { crop: name, market, day }) ?? [],
  )
  return known.length === 0 ? null : Math.min(...known)
}

function kgOf(rows: readonly KgOfCrop[], crop: string): number | null {
  return rows.find((row) => row.crop === crop)?.kg ?? null
}
