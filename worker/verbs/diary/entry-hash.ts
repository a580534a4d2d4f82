import type { EntryValues } from '../../domain/diary/entry-body.ts'
import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'

/** Who did it, when in the day and on which plot differ between households; what was done may not. */
const NOT_SAID: ReadonlySet<string> = new Set(['operator', 'time', 'plot', 'note', 'area'])

/** SHA-256 of what an entry says was done, whoever did it: routines that were copied have the same. */
export async function entryHash(entry: {
  readonly kind: string
  readonly occurredOn: string
  readonly values: EntryValues
}): Promise<string> {
  const said = Object.entries(entry.values)
    .filter(([name]) => !NOT_SAID.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, foldVietnamese(JSON.stringify(value))])
  const text = JSON.stringify([entry.kind, entry.occurredOn, said])
  return sha256Hex(text)
}

/** Of one entry and no other, sorted beside those that say the same. */
export function entryFingerprint(hash: string, id: string): string {
  return `${hash}~${id}`
}
