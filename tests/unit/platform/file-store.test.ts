import { beforeAll, describe, expect, it } from 'vitest'
import { chooseFileStore } from '../../../worker/platform/choose-file-store.ts'
import type { FileStore } from '../../../worker/platform/file-store.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await freshDatabase()
})

/** A bucket and a disk folder as the runtime offers them, kept in memory. */
function fakeBucket() {
  const files = new Map<string, Uint8Array>()
  return {
    put: async (key: string, bytes: Uint8Array) => void files.set(key, bytes.slice()),
    get: async (key: string) => {
      const bytes = files.get(key)
      return bytes === undefined
        ? null
        : { arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer }
    },
    delete: async (key: string) => void files.delete(key),
  }
}

function fakeDisk() {
  const files = new Map<string, Uint8Array>()
  return {
    fetch: async (request: Request) => {
      const { pathname } = new URL(request.url)
      if (request.method === 'PUT') {
        files.set(pathname, new Uint8Array(await request.arrayBuffer()))
        return new Response(null, { status: 204 })
      }
      if (request.method === 'DELETE') {
        return new Response(null, { status: files.delete(pathname) ? 204 : 404 })
      }
      const bytes = files.get(pathname)
      return new Response(bytes?.slice() ?? null, { status: bytes === undefined ? 404 : 200 })
    },
  }
}

const noDatabase = () => {
  throw new Error('not asked for')
}

describe.each<[string, () => FileStore]>([
  ['a bucket', () => chooseFileStore({ MEDIA: fakeBucket() }, noDatabase)],
  ['a disk folder', () => chooseFileStore({ FILES: fakeDisk() }, noDatabase)],
  ['the database', () => chooseFileStore({}, () => test.db)],
])('files in %s', (_, open) => {
  it('come back byte for byte, whatever their size', async () => {
    const store = open()
    for (const size of [1, 262_144, 262_145, 3_000_000]) {
      const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 7 + (i >> 9)) % 256)
      await store.put(`imports/a_b-${size}`, bytes)
      const back = await store.get(`imports/a_b-${size}`)
      expect(back?.length).toBe(size)
      expect(Buffer.compare(Buffer.from(back ?? []), Buffer.from(bytes))).toBe(0)
    }
  })

  it('are replaced whole and taken away whole', async () => {
    const store = open()
    await store.put('papers/x', new Uint8Array(600_000).fill(1))
    await store.put('papers/x', new Uint8Array([2, 3]))
    expect([...((await store.get('papers/x')) ?? [])]).toEqual([2, 3])
    await store.remove('papers/x')
    await store.remove('papers/x')
    expect(await store.get('papers/x')).toBeNull()
    await store.put('papers/x', new Uint8Array([4]))
    expect([...((await store.get('papers/x')) ?? [])]).toEqual([4])
  })

  it('are none where none was kept', async () => {
    expect(await open().get('never/kept')).toBeNull()
  })

  it.each(['../secret', 'a/../b', '/a', 'a//b', 'a.txt', '', 'a b', `${'x'.repeat(201)}`])(
    'are never reached by the key "%s"',
    async (key) => {
      const store = open()
      await expect(store.get(key)).rejects.toThrow('malformed')
      await expect(store.put(key, new Uint8Array([1]))).rejects.toThrow('malformed')
      await expect(store.remove(key)).rejects.toThrow('malformed')
    },
  )
})
