type Row = Readonly<Record<string, unknown>>

/**
 * What differs between two rows, field by field, as the log keeps it; null for a row that is not
 * there. A field that is missing and one that holds null say the same.
 */
export function rowDifference(
  before: Row | null,
  after: Row | null,
): { readonly before: Record<string, unknown>; readonly after: Record<string, unknown> } {
  const told: ReturnType<typeof rowDifference> = { before: {}, after: {} }
  for (const name of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
    const was = before?.[name] ?? null
    const is = after?.[name] ?? null
    if (JSON.stringify(was) === JSON.stringify(is)) continue
    if (before !== null) told.before[name] = was
    if (after !== null) told.after[name] = is
  }
  return told
}
