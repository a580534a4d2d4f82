import { expect, it } from 'vitest'
import { isolateCache, type SharedCache } from '../../../worker/platform/facts-cache.ts'
import { readFresh } from '../../../worker/verbs/documents/read-fresh.ts'

const HALF_MINUTE_MS = 30_000

function reader(shared: SharedCache | null = null) {
  const clock = { now: 1_000_000 }
  const cache = isolateCache({ maxBytes: 100_000, shared })
  let reads = 0
  const load = async () => ({ read: ++reads })
  const db = () => {
    throw new Error('nothing here asks the database')
  }
  const deps = { db, cache, now: () => clock.now, waitUntil: () => undefined }
  return { clock, read: (key: string) => readFresh(deps, { key, load }) }
}

it('reads once for all who ask within half a minute, and anew after', async () => {
  const { clock, read } = reader()
  expect((await read('a-1')).value).toEqual({ read: 1 })
  clock.now += HALF_MINUTE_MS / 2
  expect((await read('a-1')).value).toEqual({ read: 1 })
  clock.now += HALF_MINUTE_MS
  expect((await read('a-1')).value).toEqual({ read: 2 })
  expect((await read('a-2')).value).toEqual({ read: 3 })
})

it('takes what another isolate has read', async () => {
  const shared: SharedCache = {
    get: async () => ({ value: { read: 40 }, readAt: 999_000 }),
    put: async () => undefined,
  }
  expect((await reader(shared).read('a-1')).value).toEqual({ read: 40 })
})
