import { LRUCache } from 'lru-cache'
import type { Limit } from './rate-limits.ts'

/** Counts calls in the memory of one isolate. Holds numbers only and may be lost. */
export type IsolateLimiter = {
  /** Milliseconds to wait before this key may go on; 0 when it goes on now, and is counted. */
  readonly take: (input: {
    readonly key: string
    readonly limit: Limit
    readonly now: number
  }) => number
}

/**
 * As a bucket that refills all the while (GCRA): after a burst calls go on at the limit's own pace,
 * so that nobody who shares a key is shut out for a whole window by somebody else's burst.
 */
export function isolateLimiter({ maxKeys }: { readonly maxKeys: number }): IsolateLimiter {
  /** When the bucket of a key would be empty again. */
  // Bounded by size, for `max` makes room for all of them at the start.
  const emptyAt = new LRUCache<string, number>({ maxSize: maxKeys })
  return {
    take: ({ key, limit, now }) => {
      const windowMs = limit.seconds * 1000
      const paceMs = windowMs / limit.most
      const before = Math.max(now, emptyAt.get(key) ?? 0)
      const after = before + paceMs
      const waitMs = after - now - windowMs
      // Half a millisecond of rounding must not refuse the last call of a full bucket.
      if (waitMs > 0.5) return waitMs
      emptyAt.set(key, after, { size: 1 })
      return 0
    },
  }
}
