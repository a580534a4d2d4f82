import { REQUEST_REFUSALS } from '../../copy/refusals/requests.ts'
import type { Problem } from '../errors.ts'
import { invalidField } from '../guard/parse-input.ts'

const SEPARATOR = '\n'

/** An opaque place in a list, base64url: the sort keys of the last row that was given. */
export function encodeCursor(keys: readonly string[]): string {
  const bytes = new TextEncoder().encode(keys.join(SEPARATOR))
  return btoa(String.fromCharCode(...bytes))
    .replace(/=/g, '')
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
}

/** Reads a cursor of `count` keys; throws `invalid_input` for one this service did not give. */
export function decodeCursor(cursor: string, count: number): string[] {
  if (!/^[\w-]{1,1200}$/.test(cursor)) throw invalidCursor()
  try {
    const binary = atob(cursor.replace(/-/g, '+').replace(/_/g, '/'))
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0))
    const keys = new TextDecoder('utf-8', { fatal: true }).decode(bytes).split(SEPARATOR)
    if (keys.length === count) return keys
  } catch {
    // Not base64url or not UTF-8: refused below like any other text.
  }
  throw invalidCursor()
}

/** A page of what was read, one row past its end, and the cursor to go on with; null where it ends. */
export function pageOf<Row>(
  read: readonly Row[],
  page: { readonly limit: number; readonly keysOf: (row: Row) => readonly string[] },
): { readonly rows: readonly Row[]; readonly nextCursor: string | null } {
  const { limit, keysOf } = page
  const rows = read.slice(0, limit)
  const last = read.length > limit ? rows.at(-1) : undefined
  return { rows, nextCursor: last === undefined ? null : encodeCursor(keysOf(last)) }
}

/** A key of a cursor that is a whole number: an instant, a sequence. Throws `invalid_input` for any other. */
export function wholeKey(key: string): number {
  if (!/^\d{1,15}$/.test(key)) throw invalidCursor()
  return Number(key)
}

export function invalidCursor(): Problem {
  return invalidField('cursor', REQUEST_REFUSALS.cursor)
}
