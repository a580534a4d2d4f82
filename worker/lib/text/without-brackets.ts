/** A name without what stands in brackets at its end: `Diện tích (ha)` is `Diện tích`. */
export function withoutBrackets(name: string): string {
  const at = name.endsWith(')') ? name.indexOf(' (') : -1
  return at < 0 ? name : name.slice(0, at)
}
