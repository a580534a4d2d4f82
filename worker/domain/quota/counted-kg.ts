import { toGrams } from '../lots/balance.ts'

/** Kilograms by growing area. */
export type KgOfSite = { readonly siteId: string; readonly kg: number }

/**
 * What of a batch counts against each of its growing areas. Its weight is shared by the harvests of
 * the diary it names where those are of every area, else evenly; what came in a source batch was
 * counted when that one was sealed, and is not counted again. Null for a batch that is not counted
 * by mass.
 */
export function countedKg(batch: {
  readonly totalKg: number | null
  readonly siteIds: readonly string[]
  readonly harvested: readonly KgOfSite[]
  readonly countedBefore: readonly KgOfSite[]
}): ReadonlyMap<string, number | null> {
  const { totalKg, siteIds } = batch
  const harvested = siteIds.map((id) => sumOf(batch.harvested, id))
  const isTold = harvested.every((kg) => kg > 0)
  const weights = isTold ? harvested : siteIds.map(() => 1)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return new Map(
    siteIds.map((id, at) => {
      if (totalKg === null) return [id, null]
      const share = (totalKg * (weights[at] ?? 0)) / whole
      return [id, toGrams(Math.max(0, share - sumOf(batch.countedBefore, id)))]
    }),
  )
}

function sumOf(rows: readonly KgOfSite[], siteId: string): number {
  return rows.reduce((sum, row) => (row.siteId === siteId ? sum + row.kg : sum), 0)
}
