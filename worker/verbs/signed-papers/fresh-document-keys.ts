import type { Fresh } from '../../platform/facts-cache.ts'
import { type PublicReadDeps, readFresh } from '../documents/read-fresh.ts'
import { documentKeySet } from './document-key.ts'

type KeySet = Awaited<ReturnType<typeof documentKeySet>>

/** The keys of papers at most 30 seconds old, as those of labels are. */
export function freshDocumentKeys(deps: PublicReadDeps): Promise<Fresh<KeySet>> {
  return readFresh(deps, { key: 'document-jwks', load: () => documentKeySet({ db: deps.db() }) })
}
