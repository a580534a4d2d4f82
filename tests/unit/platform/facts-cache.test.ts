import { describe, expect, it } from 'vitest'
import { DatabaseAway } from '../../../db/database-away.ts'
import {
  type Entry,
  type FactsCache,
  isolateCache,
  type ReadRequest,
  type SharedCache,
} from '../../../worker/platform/facts-cache.ts'

const MAX_AGE_MS = 30_000
const DAY_MS = 86_400_000
const NOW = 1_800_000_000_000

/** A source that counts its reads and answers with what it is told, or fails. */
function source() {
  const state = { value: 'first', fails: false, reads: 0 }
  const load = async () => {
    state.reads += 1
    if (state.fails) throw new Error('the source does not answer')
    return state.value
  }
  return { state, load }
}

/** One asker with a clock; background work is awaited by `settle`. */
function asker(cache: FactsCache, load: () => Promise<string>, travels = false) {
  const background: Promise<unknown>[] = []
  return {
    at: (afterMs: number, overrides: Partial<ReadRequest<string>> = {}) =>
      cache.read<string>({
        key: 'batch:A',
        maxAgeMs: MAX_AGE_MS,
        now: NOW + afterMs,
        load,
        sizeOf: (value) => value.length,
        waitUntil: (work) => background.push(work),
        ...(travels ? { travel: { pack: (v) => v, unpack: (packed) => String(packed) } } : {}),
        ...overrides,
      }),
    settle: () => Promise.all(background.splice(0)),
    waiting: () => background.length,
  }
}

const alone = (maxBytes = 10_000) => isolateCache({ maxBytes, shared: null })

describe('freshness', () => {
  it('reads once and answers from memory while the entry is fresh', async () => {
    const { state, load } = source()
    const ask = asker(alone(), load)
    expect(await ask.at(0)).toEqual({ value: 'first', readAt: NOW, stale: false })
    state.value = 'second'
    expect(await ask.at(19_000)).toEqual({ value: 'first', readAt: NOW, stale: false })
    expect(state.reads).toBe(1)
  })

  it('never answers with anything as old as its limit while the source answers', async () => {
    const { state, load } = source()
    const ask = asker(alone(), load)
    await ask.at(0)
    state.value = 'second'
    expect((await ask.at(MAX_AGE_MS - 1)).value).toBe('first')
    expect(await ask.at(MAX_AGE_MS)).toEqual({
      value: 'second',
      readAt: NOW + MAX_AGE_MS,
      stale: false,
    })
  })

  it('renews in the background, once, from two thirds of its age on', async () => {
    const { state, load } = source()
    const ask = asker(alone(), load)
    await ask.at(0)
    state.value = 'second'
    const found = await Promise.all([20_000, 21_000, 22_000].map((ms) => ask.at(ms)))
    expect(found.map(({ value }) => value)).toEqual(['first', 'first', 'first'])
    expect(ask.waiting()).toBe(1)
    await ask.settle()
    expect(state.reads).toBe(2)
    expect(await ask.at(35_000)).toMatchObject({ value: 'second', readAt: NOW + 20_000 })
  })

  it('swallows a failed renewal and keeps answering', async () => {
    const { state, load } = source()
    const ask = asker(alone(), load)
    await ask.at(0)
    state.fails = true
    await ask.at(25_000)
    await expect(ask.settle()).resolves.toBeDefined()
    expect(await ask.at(29_000)).toMatchObject({ value: 'first', stale: false })
  })
})

describe('when the source does not answer', () => {
  it('throws its error when nothing is held', async () => {
    const { state, load } = source()
    state.fails = true
    await expect(asker(alone(), load).at(0)).rejects.toThrow('does not answer')
  })

  it('serves what it holds as stale, with the instant of its read, for a day and no longer', async () => {
    const { state, load } = source()
    const ask = asker(alone(), load)
    await ask.at(0)
    state.fails = true
    const stale = { value: 'first', readAt: NOW, stale: true }
    expect(await ask.at(MAX_AGE_MS)).toEqual(stale)
    expect(await ask.at(DAY_MS)).toEqual(stale)
    await expect(ask.at(DAY_MS + 1)).rejects.toThrow('does not answer')
    await expect(ask.at(DAY_MS + 2)).rejects.toThrow('does not answer')
  })

  it('does not wait for it more than once a second per entry', async () => {
    const { state, load } = source()
    const ask = asker(alone(), load)
    await ask.at(0)
    state.fails = true
    for (const ms of [0, 1, 500, 999]) await ask.at(60_000 + ms)
    expect(state.reads).toBe(2)
    await ask.at(61_000)
    expect(state.reads).toBe(3)
  })

  it('recovers as soon as the source answers again', async () => {
    const { state, load } = source()
    const ask = asker(alone(), load)
    await ask.at(0)
    state.fails = true
    expect(await ask.at(60_000)).toMatchObject({ stale: true })
    state.fails = false
    state.value = 'second'
    expect(await ask.at(61_000)).toEqual({ value: 'second', readAt: NOW + 61_000, stale: false })
  })
})

describe('when the source is away', () => {
  /** A source that does not answer for a while, as one that hangs; `release` ends all that wait. */
  function hangingSource() {
    const waiting: ((error: Error) => void)[] = []
    const state = { reads: 0, hangs: false }
    const load = () => {
      state.reads += 1
      if (!state.hangs) return Promise.resolve('first')
      return new Promise<string>((_, reject) => waiting.push(reject))
    }
    const release = async (error: Error) => {
      await new Promise((resolve) => setTimeout(resolve, 0))
      for (const reject of waiting.splice(0)) reject(error)
    }
    return { state, load, release }
  }

  it('whatever is held is given at once, of every entry, and the try goes on behind the answer', async () => {
    const { state, load, release } = hangingSource()
    const ask = asker(alone(), load)
    for (const key of ['a', 'b']) await ask.at(0, { key })
    state.hangs = true
    const first = ask.at(60_000, { key: 'a' })
    await release(new DatabaseAway())
    expect(await first).toMatchObject({ stale: true })
    expect(await ask.at(60_500, { key: 'b' })).toMatchObject({ value: 'first', stale: true })
    expect(state.reads).toBe(3)
    const startedAt = performance.now()
    expect(await ask.at(61_000, { key: 'b' })).toMatchObject({ value: 'first', stale: true })
    expect(performance.now() - startedAt).toBeLessThan(1_000)
    expect(state.reads).toBe(4)
    expect(ask.waiting()).toBe(1)
    await release(new DatabaseAway())
    await ask.settle()
  })

  it('what an answer can do without is not waited for, and the rest is', async () => {
    const { state, load, release } = hangingSource()
    const ask = asker(alone(), load)
    await ask.at(0, { key: 'a' })
    state.hangs = true
    const first = ask.at(60_000, { key: 'a' })
    await release(new DatabaseAway())
    await first
    const asked = ask.at(60_001, { key: 'count', dispensable: true })
    await expect(asked).rejects.toThrow(DatabaseAway)
    const needed = expect(ask.at(60_001, { key: 'facts' })).rejects.toThrow(DatabaseAway)
    await release(new DatabaseAway())
    await needed
    expect(state.reads).toBe(3)
  })

  it('one entry that cannot be read makes no other one old', async () => {
    const { state, load } = source()
    const ask = asker(alone(), load)
    await ask.at(0, { key: 'a' })
    await ask.at(0, { key: 'b' })
    state.fails = true
    expect(await ask.at(60_000, { key: 'a' })).toMatchObject({ stale: true })
    state.fails = false
    state.value = 'second'
    expect(await ask.at(60_001, { key: 'b' })).toMatchObject({ value: 'second', stale: false })
    expect(await ask.at(60_001, { key: 'a' })).toMatchObject({ value: 'first', stale: true })
  })

  it('a minute later it is asked as if nothing had been: an hour may have passed since', async () => {
    const { state, load } = source()
    const ask = asker(alone(), load)
    await ask.at(0)
    state.fails = true
    await ask.at(60_000)
    state.fails = false
    state.value = 'second'
    const slowly = async () => {
      await new Promise((resolve) => setTimeout(resolve, 60))
      return load()
    }
    const later = await ask.at(60_000 + 3_600_000, { load: slowly })
    expect(later).toMatchObject({ value: 'second', stale: false })
  })
})

describe('several layers', () => {
  function sharedLayer() {
    const entries = new Map<string, Entry<unknown>>()
    const shared: SharedCache = {
      get: async (key) => entries.get(key) ?? null,
      put: async (key, entry) => void entries.set(key, entry),
    }
    return { entries, shared }
  }
  const isolate = (shared: SharedCache) => isolateCache({ maxBytes: 10_000, shared })

  it('spares another isolate the read, and the age travels with the entry', async () => {
    const { shared } = sharedLayer()
    const { state, load } = source()
    const first = asker(isolate(shared), load, true)
    await first.at(0)
    await first.settle()
    const other = asker(isolate(shared), load, true)
    expect(await other.at(10_000)).toEqual({ value: 'first', readAt: NOW, stale: false })
    expect(state.reads).toBe(1)
    state.value = 'second'
    expect(await other.at(MAX_AGE_MS)).toMatchObject({ value: 'second', readAt: NOW + MAX_AGE_MS })
  })

  it('renews from the source and not from its own old entry in the shared layer', async () => {
    const { shared } = sharedLayer()
    const { state, load } = source()
    const ask = asker(isolate(shared), load, true)
    await ask.at(0)
    await ask.settle()
    state.value = 'second'
    await ask.at(25_000)
    await ask.settle()
    expect(await ask.at(29_999)).toMatchObject({ value: 'second', readAt: NOW + 25_000 })
  })

  it('serves the shared entry as stale when the source does not answer, and not past a day', async () => {
    const { entries, shared } = sharedLayer()
    const { state, load } = source()
    state.fails = true
    entries.set('batch:A', { value: 'kept', readAt: NOW - DAY_MS })
    const ask = asker(isolate(shared), load, true)
    expect(await ask.at(0)).toEqual({ value: 'kept', readAt: NOW - DAY_MS, stale: true })
    await expect(ask.at(1_001)).rejects.toThrow()
  })

  it('never lets an older read of one layer replace a newer one: a stop stays', async () => {
    const { entries, shared } = sharedLayer()
    const { state, load } = source()
    const cache = isolate(shared)
    cache.put('batch:A', { value: 'stop', readAt: NOW }, 4)
    cache.put('batch:A', { value: 'older clear', readAt: NOW - 1 }, 4)
    expect(cache.peek('batch:A')?.value).toBe('stop')
    entries.set('batch:A', { value: 'older clear', readAt: NOW - 5_000 })
    state.fails = true
    const ask = asker(cache, load, true)
    expect(await ask.at(MAX_AGE_MS)).toEqual({ value: 'stop', readAt: NOW, stale: true })
  })

  it('keeps a value without a travelling form in the isolate', async () => {
    const { entries, shared } = sharedLayer()
    const ask = asker(isolate(shared), source().load)
    await ask.at(0)
    await ask.settle()
    expect(entries.size).toBe(0)
  })
})

describe('room', () => {
  it('holds no more bytes than it may, and drops what was asked for longest ago', async () => {
    const cache = alone(100)
    const load = async () => 'x'.repeat(40)
    const ask = asker(cache, load)
    for (const key of ['a', 'b', 'a', 'c']) await ask.at(0, { key })
    expect(['a', 'b', 'c'].map((key) => cache.peek(key) !== null)).toEqual([true, false, true])
  })

  it('answers with a value too large to keep', async () => {
    const cache = alone(100)
    const ask = asker(cache, async () => 'x'.repeat(101))
    expect((await ask.at(0)).value).toHaveLength(101)
    expect(cache.peek('batch:A')).toBeNull()
  })
})
