import type { Fresh } from '../../platform/facts-cache.ts'
import { type PublicReadDeps, readFresh } from '../documents/read-fresh.ts'
import {
  listSuspensions,
  type SuspensionList,
  type SuspensionQuery,
} from './public-list-suspensions.ts'

/**
 * The list of suspended codes at most 30 seconds old; an older one while the database does not
 * answer. As in the register, lists narrowed by what is typed freely are not kept.
 */
export async function freshSuspensions(
  deps: PublicReadDeps,
  input: { query: SuspensionQuery; today: string },
): Promise<Fresh<SuspensionList>> {
  const { query, today } = input
  const load = () => listSuspensions({ db: deps.db(), query, today })
  const { market, unit, crop, cursor, limit } = query
  if (unit !== null || crop !== null || cursor !== null) {
    const readAt = deps.now()
    return { value: await load(), readAt, stale: false }
  }
  return readFresh(deps, { key: `suspensions:${limit}:${market ?? ''}`, load })
}
