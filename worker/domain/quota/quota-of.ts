import { toGrams } from '../lots/balance.ts'

export type QuotaInput = {
  /** Hectares planted to the crop. */
  readonly plantedHa: number
  /** Tonnes that a hectare may give in a year. */
  readonly ceilingTPerHa: number
  /** What of the planted hectares the crop has to itself, from 0 to 1: crops may share them. */
  readonly intercropShare: number
  /** Kilograms of the year before that were harvested and not packed then. */
  readonly carriedOverKg: number
  /** Kilograms packed under the code this year, in batches that stand. */
  readonly packedKg: number
}

/** How much may be packed under a code in a year, in kilograms, and what of it is left. */
export type Quota = QuotaInput & {
  readonly allowedKg: number
  /** Below 0 where more was packed already. */
  readonly leftKg: number
}

/**
 * What may be packed from a growing area in a year: planted hectares, as far as the crop has
 * them to itself, times the ceiling, and what was carried over. Past it goods of elsewhere are
 * likely to go out under its code.
 */
export function quotaOf(input: QuotaInput): Quota {
  const { plantedHa, ceilingTPerHa, intercropShare, carriedOverKg, packedKg } = input
  const allowedKg = toGrams(plantedHa * intercropShare * ceilingTPerHa * 1_000 + carriedOverKg)
  return { ...input, allowedKg, leftKg: toGrams(allowedKg - packedKg) }
}

/**
 * True where so many more kilograms go past it. What adds nothing never does, even where more went out
 * already: goods packed anew were counted with the batch they came from.
 */
export function goesPast({ leftKg }: Pick<Quota, 'leftKg'>, addingKg: number): boolean {
  const adding = toGrams(addingKg)
  return adding > 0 && adding > leftKg
}

/**
 * What of a year's harvest may be packed in the next one: what the closed seasons reported and was not
 * packed, never more than what that year had left. 0 where nobody reported a harvest.
 */
export function carriedOverOf(before: {
  readonly yieldKg: number | null
  readonly packedKg: number
  /** What could be packed in that year, without what it was left itself. */
  readonly allowedKg: number
}): number {
  const { yieldKg, packedKg, allowedKg } = before
  if (yieldKg === null) return 0
  return toGrams(Math.max(0, Math.min(yieldKg, allowedKg) - packedKg))
}

/** A crop of a site, with the hectares planted to it where somebody said. */
export type PlantedCrop = { readonly cropFolded: string; readonly plantedHa: number | null }

/**
 * The hectares planted to a crop of a site and the share it has to itself. Crops whose hectares add up
 * to more than the land stand between one another, and share it. Null where nobody said how much is
 * planted to it and it is not the only one.
 */
export function plantedTo(
  crop: string,
  site: { readonly areaHa: number | null; readonly crops: readonly PlantedCrop[] },
): { readonly plantedHa: number; readonly intercropShare: number } | null {
  const { areaHa, crops } = site
  const own = crops.find(({ cropFolded }) => cropFolded === crop)
  if (own === undefined) return null
  const plantedHa = own.plantedHa ?? (crops.length === 1 ? areaHa : null)
  if (plantedHa === null) return null
  const sum = crops.reduce((all, each) => all + (each.plantedHa ?? 0), 0)
  const isShared = crops.length > 1 && areaHa !== null && areaHa > 0 && sum > areaHa
  return { plantedHa, intercropShare: isShared ? areaHa / sum : 1 }
}

/**
 * Which crop of a site goods are: the only one, else the one whose name stands in the product's, both
 * folded. Null where that says none, or several.
 */
export function cropOfGoods(product: string, crops: readonly PlantedCrop[]): string | null {
  const [only, ...others] = crops
  if (only === undefined) return null
  if (others.length === 0) return only.cropFolded
  const named = crops.filter(({ cropFolded }) => ` ${product} `.includes(` ${cropFolded} `))
  // Of `xoai` and `xoai keo` the longer one says more.
  const [best, next] = named.toSorted((a, b) => b.cropFolded.length - a.cropFolded.length)
  if (best === undefined) return null
  return next === undefined || ` ${best.cropFolded} `.includes(` ${next.cropFolded} `)
    ? best.cropFolded
    : null
}
