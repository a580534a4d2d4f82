const OVERLAP_MS = 5 * 60_000

/**
 * From when to ask next, to miss nothing: what was being written while this was read, or by a clock
 * that is a little behind, may count from a moment before it. Some things are then told twice.
 */
export function nextSince(readAt: number): string {
  return new Date(readAt - OVERLAP_MS).toISOString()
}
