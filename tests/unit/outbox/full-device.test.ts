import 'fake-indexeddb/auto'
import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { indexedDbStorage } from '../../../site/app/outbox/indexed-db-storage.ts'
import { emptyDisk, memoryStorage } from '../../../site/app/outbox/memory-storage.ts'
import { createOutbox } from '../../../site/app/outbox/outbox.ts'
import type { OutboxStorage } from '../../../site/app/outbox/storage.ts'
import { modelServer } from '../../support/outbox/model-server.ts'

afterEach(() => vi.restoreAllMocks())

const outboxOn = (storage: OutboxStorage, server = modelServer()) =>
  createOutbox({
    ...{ accountId: 'ann', storage, transport: server.transport, version: 1, now: () => 1 },
    alone: (_, work) => work(),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  })

const photos = ['four', 'and six'].map((text) => ({
  bytes: new TextEncoder().encode(text),
  mediaType: 'image/jpeg',
}))
const record = { kind: 'label_checks' as const, happenedOn: '2026-11-30', body: { note: 'x' } }

/** The browser has room for so many more objects, then none: also in the middle of a transaction. */
function roomFor(count: number): void {
  let left = count
  for (const name of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[name]
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...given: Parameters<typeof write>
    ) {
      left -= 1
      if (left < 0) throw new DOMException('no room', 'QuotaExceededError')
      return write.apply(this, given)
    })
  }
}

describe('a device without room', () => {
  it('keeps a record wholly or not at all, in memory', async () => {
    const disk = emptyDisk()
    const outbox = outboxOn(memoryStorage({ disk, maxBytes: 8 }))
    expect(await outbox.add({ ...record, photos })).toEqual({ status: 'full' })
    expect(disk.records.size + disk.photos.size).toBe(0)
    expect(await outbox.add(record)).toMatchObject({ status: 'kept' })
  })

  it.each([0, 1, 2])('keeps nothing of it after %s parts, in the browser’s database', async (n) => {
    const storage = indexedDbStorage(`full-${n}`)
    const outbox = outboxOn(storage)
    await outbox.add({ ...record, body: { note: 'before' } })
    roomFor(n)
    expect(await outbox.add({ ...record, photos })).toEqual({ status: 'full' })
    vi.restoreAllMocks()

    expect((await outbox.list()).map(({ body }) => body['note'])).toEqual(['before'])
    const added = await outbox.add({ ...record, photos })
    if (added.status !== 'kept') throw new Error('not kept')
    for (const sha256 of added.record.photos) expect(await outbox.photo(sha256)).not.toBeNull()
  })

  it('sends all the same, and knows what was stored once there is room again', async () => {
    const server = modelServer()
    const outbox = outboxOn(indexedDbStorage('full-send'), server)
    await outbox.add(record)
    roomFor(0)
    expect(await outbox.send()).toEqual({ status: 'sent', waiting: 1 })
    expect(server.stored).toHaveLength(1)
    vi.restoreAllMocks()
    expect(await outbox.send()).toEqual({ status: 'sent', waiting: 0 })
    expect([server.stored.length, (await outbox.list())[0]?.state]).toEqual([1, 'stored'])
  })

  it('says that mended words were not kept, and keeps the ones before', async () => {
    const server = modelServer()
    server.judge = () => 'refused'
    const outbox = outboxOn(indexedDbStorage('full-mend'), server)
    const added = await outbox.add(record)
    if (added.status !== 'kept') throw new Error('not kept')
    await outbox.send()
    roomFor(0)
    expect(await outbox.mend(added.record.id, { body: { note: 'y' } })).toEqual({ status: 'full' })
    vi.restoreAllMocks()
    expect(await outbox.list()).toMatchObject([{ state: 'refused', body: { note: 'x' } }])
  })
})
