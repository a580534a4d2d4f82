import type { Database } from '../../../db/client.ts'
import type { FactsCache, Fresh } from '../../platform/facts-cache.ts'
import { MAX_AGE_MS } from '../scan/resolve.ts'
import { listNotices, type NoticeList } from './list-notices.ts'

/**
 * Public notices at most 30 seconds old; older ones, marked stale, while the database does not
 * answer. The list is read once for all who ask meanwhile.
 */
export function freshNotices(
  deps: {
    readonly db: () => Database
    readonly now: () => number
    readonly cache: FactsCache
    readonly waitUntil: (work: Promise<unknown>) => void
  },
  input: { cursor: string | null; limit: number },
): Promise<Fresh<NoticeList>> {
  return deps.cache.read<NoticeList>({
    key: `notices:${input.limit}:${input.cursor ?? ''}`,
    maxAgeMs: MAX_AGE_MS,
    now: deps.now(),
    load: () => listNotices({ db: deps.db(), ...input }),
    sizeOf: (list) => 64 + 2 * JSON.stringify(list).length,
    waitUntil: deps.waitUntil,
    travel: { pack: (list) => list, unpack: (packed) => packed as NoticeList },
  })
}
