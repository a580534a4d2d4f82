import type { Database } from '../../../db/client.ts'
import type { FactsCache, Fresh } from '../../platform/facts-cache.ts'
import { MAX_AGE_MS } from '../scan/max-age.ts'
import { documentKeySet } from './document-key.ts'

type KeySet = Awaited<ReturnType<typeof documentKeySet>>

/** The keys of papers at most 30 seconds old, as those of labels are. */
export function freshDocumentKeys(deps: {
  readonly db: () => Database
  readonly now: () => number
  readonly cache: FactsCache
  readonly waitUntil: (work: Promise<unknown>) => void
}): Promise<Fresh<KeySet>> {
  return deps.cache.read<KeySet>({
    key: 'document-jwks',
    maxAgeMs: MAX_AGE_MS,
    now: deps.now(),
    load: () => documentKeySet({ db: deps.db() }),
    sizeOf: (set) => 64 + 2 * JSON.stringify(set).length,
    waitUntil: deps.waitUntil,
  })
}
