/** Units in which what a pack holds is told on it (Decree 43/2017/NĐ-CP, article 12: quantity of goods). */
export const NET_CONTENT_UNITS = ['g', 'kg', 'ml', 'l', 'piece'] as const
export type NetContentUnit = (typeof NET_CONTENT_UNITS)[number]

/** What one pack holds. */
export type NetContent = { readonly value: number; readonly unit: NetContentUnit }

/** Kilograms of one pack; null where it is not told by mass. */
export function packKg({ value, unit }: NetContent): number | null {
  if (unit === 'kg') return value
  return unit === 'g' ? value / 1_000 : null
}

/**
 * How many packs a quantity fills, a begun one left out; null where the two are not told alike.
 * A hair is allowed for numbers that have no exact binary form: 0.3 kg fills three packs of 100 g.
 */
export function packsOf(given: {
  readonly quantityKg: number | null
  readonly netContent: NetContent | null
}): number | null {
  const { quantityKg, netContent } = given
  const each = netContent === null ? null : packKg(netContent)
  if (quantityKg === null || each === null || each <= 0) return null
  return Math.floor(quantityKg / each + 1e-9)
}
