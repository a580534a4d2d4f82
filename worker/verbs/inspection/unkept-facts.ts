import type { FactsCache } from '../../platform/facts-cache.ts'

/**
 * Facts for somebody who inspects: nothing that was kept is looked at, nothing that is read is kept,
 * and a source that is away is told as that.
 */
export const UNKEPT_FACTS: FactsCache = {
  read: async ({ load, now }) => ({ value: await load(), readAt: now, stale: false }),
  fresh: () => null,
  put: () => undefined,
  peek: () => null,
}
