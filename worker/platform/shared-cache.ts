import type { Entry, SharedCache } from './facts-cache.ts'

const DAY_SECONDS = 86_400

/**
 * Cloudflare's Cache API as a shared layer. Plain workerd has none and throws: from the first
 * throw on it answers nothing. Entries are JSON under a made-up origin, kept a day so that a scan
 * can be answered while the database is away; their age is judged by the instant they carry.
 */
export function cacheApi(): SharedCache {
  let missing = false
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (missing) return null
    try {
      return await work()
    } catch {
      missing = true
      return null
    }
  }
  return {
    get: (key) =>
      attempt(async () => {
        const hit = await defaultCache().match(addressOf(key))
        return hit === undefined ? null : ((await hit.json()) as Entry<unknown>)
      }),
    put: async (key, entry) => {
      await attempt(() => defaultCache().put(addressOf(key), toResponse(entry)))
    },
  }
}

function toResponse(entry: Entry<unknown>): Response {
  const headers = {
    'content-type': 'application/json',
    'cache-control': `max-age=${DAY_SECONDS}`,
  }
  return new Response(JSON.stringify(entry), { headers })
}

function addressOf(key: string): string {
  return `https://facts.goc.internal/${encodeURIComponent(key)}`
}

/** Cloudflare adds `default` to the standard CacheStorage. */
function defaultCache(): Cache {
  return (caches as CacheStorage & { default: Cache }).default
}
