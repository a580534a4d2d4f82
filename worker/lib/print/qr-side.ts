/**
 * Alphanumeric characters that fit at error correction M, by version from 1 (ISO/IEC 18004,
 * table 7). Label URLs end well before version 20.
 */
const capacities = [
  20, 38, 61, 90, 122, 154, 178, 221, 262, 311, 366, 419, 483, 528, 600, 656, 734, 816, 909, 970,
]

/**
 * Modules on a side of the smallest symbol that holds a URL of this many characters, without
 * encoding it. Give the longest URL of a run: all its labels then share one size.
 *
 * @throws RangeError beyond 970 characters
 */
export function qrSide(characters: number): number {
  const index = capacities.findIndex((capacity) => characters <= capacity)
  if (index < 0) throw new RangeError(`${characters} characters do not fit a label`)
  return 17 + 4 * (index + 1)
}
