/** An instant as JSON has it: ISO 8601 in UTC; null for none. */
export function isoInstant(epochMs: number): string
export function isoInstant(epochMs: number | null): string | null
export function isoInstant(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString()
}
