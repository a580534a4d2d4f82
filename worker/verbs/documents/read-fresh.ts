import type { Database } from '../../../db/client.ts'
import type { FactsCache, Fresh, ReadRequest } from '../../platform/facts-cache.ts'
import { MAX_AGE_MS } from '../scan/max-age.ts'

/** What public answers are read with. */
export type PublicReadDeps = {
  readonly db: () => Database
  readonly now: () => number
  readonly cache: FactsCache
  readonly waitUntil: (work: Promise<unknown>) => void
}

/**
 * What anybody may read, kept as the JSON it is; no older than a scan may be unless told otherwise. The
 * shape of what is kept has a number in its key: a cache shared between versions may hold another.
 */
export function readFresh<T>(
  { cache, now, waitUntil }: Omit<PublicReadDeps, 'db'>,
  asked: Pick<ReadRequest<T>, 'key' | 'load' | 'dispensable'> & { readonly maxAgeMs?: number },
): Promise<Fresh<T>> {
  return cache.read<T>({
    maxAgeMs: MAX_AGE_MS,
    ...asked,
    now: now(),
    waitUntil,
    sizeOf: (found) => 64 + 2 * JSON.stringify(found).length,
    // What was packed under this key was this.
    travel: { pack: (found) => found, unpack: (packed) => packed as T },
  })
}
