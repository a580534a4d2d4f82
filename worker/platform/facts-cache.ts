import { LRUCache } from 'lru-cache'
import { DatabaseAway } from '../../db/database-away.ts'
import { sourceTrouble } from './source-trouble.ts'

/** A value read from the database, with the instant of that read, which travels with it through every layer. */
export type Entry<T> = { readonly value: T; readonly readAt: number }

/** Where entries outlive an isolate: Cloudflare's Cache API. Plain workerd has none. */
export type SharedCache = {
  readonly get: (key: string) => Promise<Entry<unknown> | null>
  readonly put: (key: string, entry: Entry<unknown>) => Promise<void>
}

export type Fresh<T> = Entry<T> & { readonly stale: boolean }

export type ReadRequest<T> = {
  readonly key: string
  readonly maxAgeMs: number
  /** Epoch milliseconds of the request. */
  readonly now: number
  readonly load: () => Promise<T>
  /** Bytes the entry is reckoned at. */
  readonly sizeOf: (value: T) => number
  readonly waitUntil: (work: Promise<unknown>) => void
  /** How the value travels through the shared cache as JSON; without it, it stays in the isolate. */
  readonly travel?: {
    readonly pack: (value: T) => unknown
    readonly unpack: (packed: unknown) => T
  }
  /** The answer can do without it: in trouble it is hardly waited for, even where none is held. */
  readonly dispensable?: true
}

export type FactsCache = {
  /**
   * The value under `key`, at most `maxAgeMs` old. An old one is served, marked stale, for up to a
   * day when the source does not answer; with none to serve the source's error is thrown. Once the
   * source was found away nobody who can be answered with an old value waits for it.
   */
  readonly read: <T>(request: ReadRequest<T>) => Promise<Fresh<T>>
  /** What is held and young enough that nobody need renew it yet; null where `read` has to be asked. */
  readonly fresh: <T>(request: {
    readonly key: string
    readonly maxAgeMs: number
    readonly now: number
  }) => Entry<T> | null
  /** Puts a value that was read together with another, so that nobody reads it again. */
  readonly put: <T>(key: string, entry: Entry<T>, size: number) => void
  /** An entry already held, however old. */
  readonly peek: <T>(key: string) => Entry<T> | null
}

const STALE_LIMIT_MS = 24 * 3_600_000
/** From this share of its allowed age on, one request renews an entry after its response. */
const RENEW_AT = 0.66
/** How long an answer at hand waits for a source in trouble before it is given as it is. */
const PATIENCE_MS = 25

/** An LRU of this isolate, bounded in bytes, over the shared cache where there is one. */
export function isolateCache(input: { maxBytes: number; shared: SharedCache | null }): FactsCache {
  const lru = new LRUCache<string, Entry<unknown>>({ maxSize: input.maxBytes })
  const renewing = new LRUCache<string, number>({ maxSize: 10_000 })
  const trouble = sourceTrouble()

  const keep = <T>(key: string, entry: Entry<T>, size: number): Entry<T> => {
    const held = lru.get(key)
    // The newest read wins, whichever layer it comes by: a stop never gives way to an older clear.
    if (held !== undefined && held.readAt > entry.readAt) return castEntry<T>(held)
    lru.set(key, entry, { size: Math.max(1, Math.ceil(size)) })
    return entry
  }

  const readShared = async <T>(request: ReadRequest<T>): Promise<Entry<T> | null> => {
    const { travel } = request
    if (travel === undefined || input.shared === null) return null
    const entry = await input.shared.get(request.key)
    return entry === null ? null : { readAt: entry.readAt, value: travel.unpack(entry.value) }
  }

  /** `heldAt` is when the entry to renew was read: the shared layer helps only with a newer one. */
  const loadFrom = async <T>(request: ReadRequest<T>, heldAt: number): Promise<Entry<T>> => {
    const { key, now, travel } = request
    const shared = await readShared(request)
    if (shared !== null && shared.readAt > heldAt && now - shared.readAt < request.maxAgeMs) {
      return keep(key, shared, request.sizeOf(shared.value))
    }
    const startedAt = performance.now()
    try {
      const entry = { value: await request.load(), readAt: now }
      trouble.isOver(key)
      if (travel !== undefined && input.shared !== null) {
        request.waitUntil(input.shared.put(key, { ...entry, value: travel.pack(entry.value) }))
      }
      return keep(key, entry, request.sizeOf(entry.value))
    } catch (error) {
      // Time-outs are seconds; tenths of one are as exact as a pause need be.
      const tenths = Math.floor((performance.now() - startedAt) / 100)
      trouble.began(key, now + tenths * 100, error)
      if (shared === null || now - shared.readAt > STALE_LIMIT_MS) throw error
      return keep(key, shared, request.sizeOf(shared.value))
    }
  }

  const renewSoon = <T>(request: ReadRequest<T>, heldAt: number): void => {
    const last = renewing.get(request.key)
    if (last !== undefined && request.now - last < request.maxAgeMs) return
    renewing.set(request.key, request.now, { size: 1 })
    request.waitUntil(loadFrom(request, heldAt).catch(() => undefined))
  }

  /** In trouble: what comes at once, or null. The read goes on after the answer. */
  const loadImpatiently = async <T>(
    request: ReadRequest<T>,
    heldAt: number,
  ): Promise<Entry<T> | null> => {
    if (trouble.isRecent(request.key, request.now)) return null
    const loading = loadFrom(request, heldAt).catch(() => null)
    request.waitUntil(loading)
    return Promise.race([loading, impatience()])
  }

  return {
    read: async <T>(request: ReadRequest<T>): Promise<Fresh<T>> => {
      const { key, now, maxAgeMs } = request
      const stored = lru.get(key)
      const held = stored === undefined ? null : castEntry<T>(stored)
      const age = held === null ? Number.POSITIVE_INFINITY : now - held.readAt
      if (held !== null && age < maxAgeMs) {
        if (age > maxAgeMs * RENEW_AT) renewSoon(request, held.readAt)
        return { ...held, stale: false }
      }
      const old = age <= STALE_LIMIT_MS ? held : null
      const heldAt = held?.readAt ?? Number.NEGATIVE_INFINITY
      const marked = (entry: Entry<T>) => ({ ...entry, stale: now - entry.readAt >= maxAgeMs })
      if (trouble.stands(key, now) && (old !== null || request.dispensable === true)) {
        const entry = (await loadImpatiently(request, heldAt)) ?? old
        if (entry === null) throw new DatabaseAway()
        return entry === old ? { ...old, stale: true } : marked(entry)
      }
      try {
        return marked(await loadFrom(request, heldAt))
      } catch (error) {
        if (old === null) throw error
        return { ...old, stale: true }
      }
    },
    fresh: <T>({ key, maxAgeMs, now }: { key: string; maxAgeMs: number; now: number }) => {
      const held = lru.get(key)
      if (held === undefined || now - held.readAt > maxAgeMs * RENEW_AT) return null
      return castEntry<T>(held)
    },
    put: (key, entry, size) => {
      keep(key, entry, size)
    },
    peek: <T>(key: string) => {
      const held = lru.get(key)
      return held === undefined ? null : castEntry<T>(held)
    },
  }
}

function impatience(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS))
}

/** A key is only ever read with the type it was written with: keys carry their kind as a prefix. */
function castEntry<T>(entry: Entry<unknown>): Entry<T> {
  return entry as Entry<T>
}
