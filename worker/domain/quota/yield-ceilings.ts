/** The most that a hectare of a crop is taken to give in a year, from a day on. */
type YieldCeiling = {
  /** The crop's name, folded; kinds of it begin with it (`xoai cat hoa loc`). */
  readonly crop: string
  /** A destination it is limited to; null for all. */
  readonly market: string | null
  readonly fromOn: string | null
  readonly toOn: string | null
  readonly tPerHa: number
}

/**
 * Figures in use against lent codes, which no law fixes: mango 25, durian 30 tonnes a hectare and
 * year.
 */
const YIELD_CEILINGS: readonly YieldCeiling[] = [
  { crop: 'xoai', market: null, fromOn: null, toOn: null, tPerHa: 25 },
  { crop: 'sau rieng', market: null, fromOn: null, toOn: null, tPerHa: 30 },
]

/**
 * Tonnes a hectare of a crop may give in a year, for a destination on a day; null where nobody has
 * said. `crop` is folded; a figure of the destination itself goes before one for all.
 */
export function yieldCeilingOn(crop: string, market: string | null, day: string): number | null {
  const held = YIELD_CEILINGS.filter(
    (row) =>
      (crop === row.crop || crop.startsWith(`${row.crop} `)) &&
      (row.fromOn ?? '') <= day &&
      (row.toOn === null || day <= row.toOn),
  )
  const own = held.find((row) => row.market !== null && row.market === market)
  return (own ?? held.find((row) => row.market === null))?.tPerHa ?? null
}
