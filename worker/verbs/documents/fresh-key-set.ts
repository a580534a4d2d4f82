import type { Database } from '../../../db/client.ts'
import type { FactsCache, Fresh } from '../../platform/facts-cache.ts'
import { type PublicKeySet, publicKeySet } from '../keys/public-key-set.ts'
import { MAX_AGE_MS } from '../scan/max-age.ts'

/**
 * The key set at most 30 seconds old: a verifier that meets a new KID asks at once and must not be
 * given the set of before, and a revocation is told as fast as a scan page tells it.
 */
export function freshKeySet(deps: {
  readonly db: () => Database
  readonly now: () => number
  readonly cache: FactsCache
  readonly waitUntil: (work: Promise<unknown>) => void
}): Promise<Fresh<PublicKeySet>> {
  return deps.cache.read<PublicKeySet>({
    key: 'jwks',
    maxAgeMs: MAX_AGE_MS,
    now: deps.now(),
    load: () => publicKeySet(deps.db()),
    sizeOf: (set) => 64 + 2 * JSON.stringify(set).length,
    waitUntil: deps.waitUntil,
    travel: { pack: (set) => set, unpack: (packed) => packed as PublicKeySet },
  })
}
