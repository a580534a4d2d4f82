import type { Database } from '../../../db/client.ts'
import { listStatusKeyRows } from '../../../db/queries/status-keys.ts'
import { LIST_LIFE_SECONDS } from '../../domain/status-list/list-claims.ts'
import { type PublicJwk, publicJwkOf } from '../keys/public-key-set.ts'

/** The keys that signed a status list which has not run out (RFC 7517 5). */
export type StatusKeySet = { readonly keys: readonly PublicJwk[] }

/** What anyone needs to check a status list: the active key, and retired ones while their lists last. */
export async function publicStatusKeys(db: Database, now: number): Promise<StatusKeySet> {
  const rows = await listStatusKeyRows(db)
  const isNeeded = ({ status, retiredAt }: (typeof rows)[number]) =>
    status === 'active' ||
    (status === 'retired' && now < (retiredAt ?? 0) + LIST_LIFE_SECONDS * 1_000)
  return { keys: rows.filter(isNeeded).map(publicJwkOf) }
}
