import type { Database } from '../../../db/client.ts'
import { readNoticesVersion } from '../../../db/queries/notices.ts'
import type { FactsCache, Fresh } from '../../platform/facts-cache.ts'
import { MAX_AGE_MS } from '../scan/max-age.ts'
import { listNotices, type NoticeList } from './list-notices.ts'

type NoticeDeps = {
  readonly db: () => Database
  readonly now: () => number
  readonly cache: FactsCache
  readonly waitUntil: (work: Promise<unknown>) => void
}

/**
 * Public notices with every decision recorded so far; older ones, marked stale, while the database
 * does not answer. The list itself is read once for all who ask until something is decided: every
 * request only asks, by the ends of two indexes, whether something was, in whichever isolate.
 */
export async function freshNotices(
  deps: NoticeDeps,
  input: { cursor: string | null; limit: number; since?: number | null },
): Promise<Fresh<NoticeList>> {
  // Each follower has an instant of their own: what is read for one is of no use to another.
  if (input.since != null) {
    const readAt = deps.now()
    return { value: await listNotices({ db: deps.db(), ...input }), readAt, stale: false }
  }
  const version = await noticesVersion(deps)
  return deps.cache.read<NoticeList>({
    key: `notices:${version}:${input.limit}:${input.cursor ?? ''}`,
    maxAgeMs: MAX_AGE_MS,
    now: deps.now(),
    load: () => listNotices({ db: deps.db(), ...input }),
    sizeOf: (list) => 64 + 2 * JSON.stringify(list).length,
    waitUntil: deps.waitUntil,
    travel: { pack: (list) => list, unpack: (packed) => packed as NoticeList },
  })
}

/** Never older than this request, except while the database is away. */
async function noticesVersion(deps: NoticeDeps): Promise<string> {
  const { value } = await deps.cache.read<string>({
    key: 'notices-version',
    maxAgeMs: 0,
    now: deps.now(),
    load: () => readNoticesVersion(deps.db()),
    sizeOf: () => 64,
    waitUntil: deps.waitUntil,
  })
  return value
}
