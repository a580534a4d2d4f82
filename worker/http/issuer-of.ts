import type { IssuerView } from '../../site/models/public-common.ts'
import type { Deps } from './app-env.ts'

/** Who runs this installation, as its pages name it. */
export function issuerOf(deps: Pick<Deps, 'issuerName' | 'issuerHotline'>): IssuerView {
  return { name: deps.issuerName, hotline: deps.issuerHotline ?? null }
}
