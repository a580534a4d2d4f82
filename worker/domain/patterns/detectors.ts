import { toGrams } from '../lots/balance.ts'
import type { Quota } from '../quota/quota-of.ts'

/** What a look found: how strong it is, in the unit of its kind, and the figures that show it. */
export type Detected = {
  readonly level: number
  readonly figures: Readonly<Record<string, number | string>>
}

/** From what on something is worth a look: where to start, to be set right by what officers find. */
export const WORTH_A_LOOK = {
  /** Organisations that packed under one growing area's codes in 90 days. */
  packers: 4,
  packersDays: 90,
  /** Of what a growing area may give in the year. */
  ceilingShare: 0.95,
  /** Days around a season's harvest in which nothing is made of it. */
  seasonSlackDays: 14,
  outOfSeasonKg: 500,
  /** Visitors below which openings of a batch's labels say nothing. */
  visitors: 20,
  elsewhereShare: 0.5,
  /** Of the smaller of two areas; neighbours draw their common edge a little differently. */
  overlapShare: 0.05,
  overlapHa: 0.1,
  households: 3,
} as const

const W = WORTH_A_LOOK

/** One code in many packing houses: level, how many packed under it. */
export function manyPackers(
  packers: readonly { readonly packerId: string; readonly kg: number }[],
): Detected | null {
  const count = new Set(packers.map(({ packerId }) => packerId)).size
  if (count < W.packers) return null
  const kg = toGrams(packers.reduce((sum, each) => sum + each.kg, 0))
  return { level: count, figures: { packers: count, packedKg: kg, days: W.packersDays } }
}

/**
 * Packed to just under what the area may give, or past it by an officer's word: level, hundredths
 * of it.
 */
export function nearCeiling(quota: Quota | null): Detected | null {
  if (quota === null || quota.allowedKg <= 0) return null
  const { packedKg, allowedKg } = quota
  if (packedKg < allowedKg * W.ceilingShare) return null
  const percent = Math.round((packedKg / allowedKg) * 1_000) / 10
  return { level: percent, figures: { packedKg, allowedKg, percent } }
}

/**
 * More reported bought through an area than it may give: level, hundredths of it. Buyers who buy of one
 * another may have reported the same goods.
 */
export function boughtBeyond(given: {
  readonly boughtKg: number
  readonly allowedKg: number | null
  readonly buyers: number
}): Detected | null {
  const { boughtKg, allowedKg, buyers } = given
  if (allowedKg === null || allowedKg <= 0 || boughtKg <= allowedKg) return null
  const percent = Math.round((boughtKg / allowedKg) * 1_000) / 10
  return { level: percent, figures: { boughtKg: toGrams(boughtKg), allowedKg, percent, buyers } }
}

/** A day as days since 1970, and how much was harvested on it. */
export type HarvestDay = { readonly day: number; readonly on: string; readonly kg: number }
/** When a season's harvest is expected, or was over; days since 1970. */
export type HarvestWindow = { readonly from: number; readonly to: number }

/**
 * Goods harvested outside every season on record of their area: level, kilograms. Where no season
 * was opened nothing can be said.
 */
export function outOfSeason(
  harvests: readonly HarvestDay[],
  windows: readonly HarvestWindow[],
): Detected | null {
  if (windows.length === 0) return null
  const outside = harvests.filter(
    ({ day }) =>
      !windows.some(
        ({ from, to }) => from - W.seasonSlackDays <= day && day <= to + W.seasonSlackDays,
      ),
  )
  const kg = toGrams(outside.reduce((sum, each) => sum + each.kg, 0))
  if (kg < W.outOfSeasonKg) return null
  const days = outside.map(({ on }) => on).sort()
  const [firstOn = '', lastOn = ''] = [days[0], days.at(-1)]
  return { level: kg, figures: { outsideKg: kg, harvests: outside.length, firstOn, lastOn } }
}

/**
 * Labels opened far from where goods go: those for export alone at home, those for home alone abroad.
 * Level: hundredths of the visitors whose region is known.
 */
export function openedElsewhere(given: {
  readonly isForHome: boolean
  readonly isForExport: boolean
  readonly opens: readonly { readonly isHome: boolean; readonly visitors: number }[]
}): Detected | null {
  const { isForHome, isForExport, opens } = given
  if (isForHome === isForExport) return null
  const sum = (rows: typeof opens) => rows.reduce((all, { visitors }) => all + visitors, 0)
  const visitors = sum(opens)
  const elsewhere = sum(opens.filter(({ isHome }) => isHome !== isForHome))
  if (visitors < W.visitors || elsewhere < visitors * W.elsewhereShare) return null
  const percent = Math.round((elsewhere / visitors) * 100)
  return { level: percent, figures: { visitors, elsewhere, percent } }
}

/** Two areas drawn over one another: level, hectares they share. */
export function overlappingAreas(given: {
  readonly overlapHa: number
  readonly smallerHa: number
}): Detected | null {
  const { overlapHa, smallerHa } = given
  if (overlapHa < W.overlapHa || overlapHa < smallerHa * W.overlapShare) return null
  const percent = smallerHa > 0 ? Math.round((overlapHa / smallerHa) * 100) : 100
  return { level: overlapHa, figures: { overlapHa, smallerHa, percent } }
}

/** Households on the lists of two areas: level, how many. */
export function sharedHouseholds(given: {
  readonly shared: number
  readonly households: number
}): Detected | null {
  const { shared, households } = given
  if (shared < W.households) return null
  return { level: shared, figures: { shared, households } }
}

/**
 * Whether a region of a scan is a province of Viet Nam, by the folded names of its provinces: regions
 * come in English spelling (`Hanoi`, `An Giang Province`). Null where no region is known.
 */
export function isHomeRegion(region: string, provinces: ReadonlySet<string>): boolean | null {
  const name = bareRegion(region)
  return name === '' ? null : provinces.has(name)
}

/** A folded name of a province or region without its kind and without blanks: `hanoi`. */
export function bareRegion(folded: string): string {
  return folded
    .replace(/^(?:tinh|thanh pho|tp) /, '')
    .replace(/ (?:province|city)$/, '')
    .replaceAll(' ', '')
}
