import { type PublicReadDeps, readFreshHere } from '../documents/read-fresh.ts'
import { documentKeySet } from './document-key.ts'

/** The keys of papers at most 30 seconds old, as those of labels are. */
export function freshDocumentKeys(deps: PublicReadDeps) {
  return readFreshHere(deps, {
    key: 'document-jwks',
    load: () => documentKeySet({ db: deps.db() }),
  })
}
