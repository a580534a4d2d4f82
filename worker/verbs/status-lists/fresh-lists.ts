import { isStatusDue } from '../../../db/queries/status-due.ts'
import { readActiveStatusKey } from '../../../db/queries/status-keys.ts'
import {
  type ListOfKey,
  readListsOfKeys,
  readStatusList,
  type StatusListRow,
} from '../../../db/queries/status-lists.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Fresh } from '../../platform/facts-cache.ts'
import type { VerbContext } from '../context.ts'
import { type PublicReadDeps, readFreshHere } from '../documents/read-fresh.ts'
import { keepStatusLists, listUri } from './keep-lists.ts'
import { isListDue } from './make-list.ts'
import { publicStatusKeys, type StatusKeySet } from './public-status-keys.ts'

export type ListsDeps = PublicReadDeps & {
  readonly origin: string
  /** The installation itself, for what nobody asked for. */
  readonly own: () => VerbContext
}

/** Whoever asks waits no longer than this for what is to be judged anew; the rest goes on by the clock. */
const PATIENCE_MS = 1_500

/** A list as it is told of: `uri` answers the list itself. */
export type ListNotice = {
  readonly kid: string
  readonly uri: string
  readonly issuedAt: string
  readonly expiresAt: string
}

/** The lists there are, at most 30 seconds behind what is recorded. */
export function freshListIndex(deps: ListsDeps): Promise<Fresh<readonly ListNotice[]>> {
  return readFreshHere(deps, {
    key: 'status-lists',
    load: async () => {
      await keepUp(deps)
      return (await readListsOfKeys(deps.db())).flatMap((list) => noticeOf(deps, list))
    },
    sizeOf: (lists) => 64 + lists.length * 400,
  })
}

/** The signed list of a key; null for a key there is no list of. */
export function freshStatusList(
  deps: ListsDeps,
  kid: string,
): Promise<Fresh<StatusListRow | null>> {
  return readFreshHere(deps, {
    key: `status-list:${kid}`,
    load: async () => {
      await keepUp(deps, kid)
      return readStatusList(deps.db(), kid)
    },
    sizeOf: (list) => 200 + 2 * (list?.token?.length ?? 0),
  })
}

/** The keys lists are signed with. */
export function freshStatusKeys(deps: ListsDeps): Promise<Fresh<StatusKeySet>> {
  return readFreshHere(deps, {
    key: 'status-keys',
    load: async () => {
      await keepUp(deps)
      return publicStatusKeys(deps.db(), deps.now())
    },
  })
}

/** Nothing but two looks where nothing is due, which is nearly always. */
async function keepUp(deps: ListsDeps, kid?: string): Promise<void> {
  const now = deps.now()
  const db = deps.db()
  const [due, lists, signer] = await Promise.all([
    isStatusDue(db, vietnamDateOf(now)),
    readListsOfKeys(db),
    readActiveStatusKey(db),
  ])
  const old = lists.some((list) => isListDue(list, { now, signer: signer?.kid ?? '' }))
  if (!due && !old) return
  const { origin } = deps
  const first = kid === undefined ? {} : { first: kid }
  await keepStatusLists(deps.own(), { origin, endBy: now + PATIENCE_MS, ...first })
}

function noticeOf({ origin }: ListsDeps, list: ListOfKey): ListNotice[] {
  const { kid, issuedAt, expiresAt } = list
  if (issuedAt === null || expiresAt === null) return []
  const iso = (at: number) => new Date(at).toISOString()
  return [{ kid, uri: listUri(origin, kid), issuedAt: iso(issuedAt), expiresAt: iso(expiresAt) }]
}
