import type { Database } from '../../db/client.ts'
import type { VerbContext } from './context.ts'

/** What the installation does of itself, by the clock or because somebody reads what it must keep up. */
export function ownContext(
  deps: { readonly db: () => Database } & Pick<
    VerbContext,
    'now' | 'newId' | 'labelOrigin' | 'kek' | 'giveWay'
  >,
): VerbContext {
  const { now, newId, labelOrigin, kek, giveWay } = deps
  return {
    db: deps.db(),
    actor: { kind: 'operator', name: 'goc' },
    source: 'command',
    now,
    newId,
    labelOrigin,
    kek,
    giveWay,
  }
}
