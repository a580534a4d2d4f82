import { afterEach, describe, expect, it, vi } from 'vitest'
import { cacheApi } from '../../../worker/platform/shared-cache.ts'

const ENTRY = { value: { document: '{"a":"đ/é"}' }, readAt: 1_800_000_000_000 }

afterEach(() => vi.unstubAllGlobals())

/** A Cache API that keeps what it is given and counts how often it was asked. */
function stubCaches(broken = false) {
  const kept = new Map<string, Response>()
  const state = { asked: 0 }
  const answer = <T>(work: () => T): Promise<T> => {
    state.asked += 1
    return broken ? Promise.reject(new Error('The Cache API is not here')) : Promise.resolve(work())
  }
  vi.stubGlobal('caches', {
    default: {
      match: (url: string) => answer(() => kept.get(url)?.clone()),
      put: (url: string, response: Response) => answer(() => void kept.set(url, response)),
    },
  })
  return { kept, state }
}

describe('the Cache API as shared layer', () => {
  it('gives back an entry with the instant of its read, under the key it was put with', async () => {
    const { kept } = stubCaches()
    const cache = cacheApi()
    expect(await cache.get('batch:7K3M9QX1')).toBeNull()
    await cache.put('batch:7K3M9QX1', ENTRY)
    expect(await cache.get('batch:7K3M9QX1')).toEqual(ENTRY)
    expect(await cache.get('batch:00000000')).toBeNull()
    const [response] = kept.values()
    expect(response?.headers.get('cache-control')).toBe('max-age=86400')
  })

  it('keeps keys apart whatever stands in them', async () => {
    const { kept } = stubCaches()
    const cache = cacheApi()
    for (const key of ['a/b', 'a?b', 'a#b', 'a%2Fb', 'a/../b', 'b']) await cache.put(key, ENTRY)
    expect(new Set([...kept.keys()].map((url) => new URL(url).href)).size).toBe(6)
  })

  it('answers nothing, and does not ask again, where there is none', async () => {
    const { state } = stubCaches(true)
    const cache = cacheApi()
    expect(await cache.get('a')).toBeNull()
    await expect(cache.put('a', ENTRY)).resolves.toBeUndefined()
    expect(await cache.get('b')).toBeNull()
    expect(state.asked).toBe(1)
  })

  it('answers nothing where the name itself is missing', async () => {
    vi.stubGlobal('caches', undefined)
    const cache = cacheApi()
    expect(await cache.get('a')).toBeNull()
    await expect(cache.put('a', ENTRY)).resolves.toBeUndefined()
  })
})
