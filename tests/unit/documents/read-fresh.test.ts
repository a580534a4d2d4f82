import { describe, expect, it } from 'vitest'
import { isolateCache } from '../../../worker/platform/facts-cache.ts'
import { readFresh, readFreshHere } from '../../../worker/verbs/documents/read-fresh.ts'

function reader() {
  const kept = new Map<string, unknown>()
  let reads = 0
  let now = 0
  const shared = {
    get: async () => null,
    put: async (key: string, entry: unknown) => void kept.set(key, entry),
  }
  const deps = {
    db: () => {
      throw new Error('nobody asks it here')
    },
    now: () => now,
    cache: isolateCache({ maxBytes: 10_000, shared }),
    waitUntil: () => undefined,
  }
  const load = async () => ({ reads: ++reads })
  const at = (instant: number) => {
    now = instant
  }
  return { kept, deps, load, at }
}

describe('a public reading', () => {
  it('is kept for thirty seconds and handed on to other isolates', async () => {
    const { kept, deps, load, at } = reader()
    expect(await readFresh(deps, { key: 'a', load })).toMatchObject({ value: { reads: 1 } })
    at(15_000)
    expect(await readFresh(deps, { key: 'a', load })).toMatchObject({ value: { reads: 1 } })
    at(30_000)
    expect(await readFresh(deps, { key: 'a', load })).toMatchObject({ value: { reads: 2 } })
    expect(kept.get('a')).toMatchObject({ value: { reads: 2 } })
  })

  it('stays in its isolate where that is meant', async () => {
    const { kept, deps, load } = reader()
    await readFreshHere(deps, { key: 'a', load })
    expect(kept.size).toBe(0)
  })
})
