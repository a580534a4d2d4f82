/** Letters that two names of one crop may differ by, tones left out: a slip or two. */
const MOST_SLIPS = 2
const MOST_NAMED = 3

type Crop = { readonly crop: string; readonly cropFolded: string }

/**
 * Of crops that are grown, those whose names are nearest to one that nobody grows: within two slips
 * of a letter, or of the same first word. The nearest first, three at most.
 */
export function alikeCrops(named: string, grown: readonly Crop[]): string[] {
  const found = grown.flatMap(({ crop, cropFolded }) => {
    const slips = sharesWord(named, cropFolded) ? 1 : slipsBetween(named, cropFolded)
    return slips > MOST_SLIPS ? [] : [{ crop, slips }]
  })
  return found
    .toSorted((a, b) => a.slips - b.slips || a.crop.localeCompare(b.crop, 'vi'))
    .slice(0, MOST_NAMED)
    .map(({ crop }) => crop)
}

/** The first word alone names the kind: `xoai` of `xoai cat hoa loc`. */
function sharesWord(one: string, other: string): boolean {
  return one.split(' ', 1)[0] === other.split(' ', 1)[0]
}

/** Letters put in, left out or changed between two texts; anything beyond what counts is told as more. */
function slipsBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > MOST_SLIPS) return MOST_SLIPS + 1
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row]
    for (let at = 1; at <= other.length; at += 1) {
      const changed = (above[at - 1] ?? 0) + (one[row - 1] === other[at - 1] ? 0 : 1)
      now.push(Math.min(changed, (above[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1))
    }
    above = now
  }
  return above[other.length] ?? 0
}
