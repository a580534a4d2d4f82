/** The digits of a whole number with a sign between each three from the right: `1.234.567`. */
export function groupThousands(digits: string, between: string): string {
  const groups: string[] = []
  const first = digits.length % 3
  if (first > 0) groups.push(digits.slice(0, first))
  for (let at = first; at < digits.length; at += 3) groups.push(digits.slice(at, at + 3))
  return groups.join(between)
}
