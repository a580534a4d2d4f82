import type { Database } from '../../../db/client.ts'
import type { FactsCache, Fresh, ReadRequest } from '../../platform/facts-cache.ts'
import { MAX_AGE_MS } from '../scan/max-age.ts'

/** What a public reading needs of a request. */
export type PublicReadDeps = {
  readonly db: () => Database
  readonly now: () => number
  readonly cache: FactsCache
  readonly waitUntil: (work: Promise<unknown>) => void
}

type Asked<T> = Pick<ReadRequest<T>, 'key' | 'load'> & Partial<ReadRequest<T>>

/** A public reading no older than a scan page may be, kept for the next who asks and handed on as JSON. */
export function readFresh<T>(deps: PublicReadDeps, asked: Asked<T>): Promise<Fresh<T>> {
  return readFreshHere<T>(deps, {
    // What was packed under this key was this.
    travel: { pack: (value) => value, unpack: (packed) => packed as T },
    ...asked,
  })
}

/** The same, kept in this isolate alone. */
export function readFreshHere<T>(deps: PublicReadDeps, asked: Asked<T>): Promise<Fresh<T>> {
  return deps.cache.read<T>({
    maxAgeMs: MAX_AGE_MS,
    now: deps.now(),
    sizeOf: (value) => 64 + 2 * JSON.stringify(value).length,
    waitUntil: deps.waitUntil,
    ...asked,
  })
}
