import { LRUCache } from 'lru-cache'

/**
 * What a page of the portal read, kept while nothing in the register has changed. `mark` is the
 * newest row of the audit log, read with the session on every request: each change writes one in its
 * own atomic batch, so a kept value under the same mark is what a new read would give.
 */
export type PageFacts = { readonly read: <T>(request: PageFactsRequest<T>) => Promise<T> }

export type PageFactsRequest<T> = {
  readonly key: string
  readonly mark: number
  readonly load: () => Promise<T>
  /** Bytes the value is reckoned at. */
  readonly sizeOf: (value: T) => number
}

/** An LRU of this isolate, bounded in bytes; it may be lost at any time. */
export function isolatePageFacts({ maxBytes }: { readonly maxBytes: number }): PageFacts {
  const kept = new LRUCache<string, { readonly mark: number; readonly value: unknown }>({
    maxSize: maxBytes,
  })
  return {
    read: async <T>({ key, mark, load, sizeOf }: PageFactsRequest<T>): Promise<T> => {
      const held = kept.get(key)
      // What stands under a key is of the type its one reader asks for.
      if (held !== undefined && held.mark === mark) return held.value as T
      const value = await load()
      kept.set(key, { mark, value }, { size: Math.max(1, Math.ceil(sizeOf(value))) })
      return value
    },
  }
}
