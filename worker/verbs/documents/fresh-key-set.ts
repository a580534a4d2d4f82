import type { Fresh } from '../../platform/facts-cache.ts'
import { type PublicKeySet, publicKeySet } from '../keys/public-key-set.ts'
import { type PublicReadDeps, readFresh } from './read-fresh.ts'

/**
 * The key set at most 30 seconds old: a verifier that meets a new KID asks at once and must not be
 * given the set of before, and a revocation is told as fast as a scan page tells it.
 */
export function freshKeySet(deps: PublicReadDeps): Promise<Fresh<PublicKeySet>> {
  return readFresh(deps, { key: 'jwks', load: () => publicKeySet(deps.db()) })
}
