import type { Database } from '../../db/client.ts'
import type { VerbContext } from './context.ts'

type OfRequest = { readonly db: () => Database } & Pick<
  VerbContext,
  'now' | 'newId' | 'labelOrigin' | 'kek' | 'giveWay'
>

/** What a verb needs of a request, whoever acts. */
export function contextOf(deps: OfRequest): Omit<VerbContext, 'actor' | 'source'> {
  const { now, newId, giveWay, labelOrigin, kek } = deps
  return { db: deps.db(), now, newId, giveWay, labelOrigin, kek }
}

/** What the installation does of itself, by the clock or because somebody reads what it must keep up. */
export function ownContext(deps: OfRequest): VerbContext {
  return { ...contextOf(deps), actor: { kind: 'operator', name: 'goc' }, source: 'command' }
}
