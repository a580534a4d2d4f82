/**
 * True where one slip of the fingers makes one text of the other: a letter left out, added, taken for
 * another, or two changed round. The same text is none.
 */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  const isTurned = short[at] === long[at + 1] && short[at + 1] === long[at]
  return isTurned && short.slice(at + 2) === long.slice(at + 2)
}
