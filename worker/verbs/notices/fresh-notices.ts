import { readNoticesVersion } from '../../../db/queries/notices.ts'
import type { Fresh } from '../../platform/facts-cache.ts'
import { type PublicReadDeps, readFresh, readFreshHere } from '../documents/read-fresh.ts'
import { listNotices, type NoticeList } from './list-notices.ts'

/**
 * Public notices with every decision recorded so far; older ones, marked stale, while the database
 * does not answer. The list itself is read once for all who ask until something is decided: every
 * request only asks, by the ends of two indexes, whether something was, in whichever isolate.
 */
export async function freshNotices(
  deps: PublicReadDeps,
  input: { cursor: string | null; limit: number; since?: number | null },
): Promise<Fresh<NoticeList>> {
  // Each follower has an instant of their own: what is read for one is of no use to another.
  if (input.since != null) {
    const readAt = deps.now()
    return { value: await listNotices({ db: deps.db(), ...input }), readAt, stale: false }
  }
  const version = await noticesVersion(deps)
  return readFresh(deps, {
    key: `notices:${version}:${input.limit}:${input.cursor ?? ''}`,
    load: () => listNotices({ db: deps.db(), ...input }),
  })
}

/** Never older than this request, except while the database is away. */
async function noticesVersion(deps: PublicReadDeps): Promise<string> {
  const { value } = await readFreshHere(deps, {
    key: 'notices-version',
    maxAgeMs: 0,
    load: () => readNoticesVersion(deps.db()),
    sizeOf: () => 64,
  })
  return value
}
