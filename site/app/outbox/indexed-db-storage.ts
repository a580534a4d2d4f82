import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import type { OutboxClock } from '../../../worker/domain/outbox/outbox-item.ts'
import { isSettled, type KeptPhoto, type KeptRecord } from './record.ts'
import { type OutboxStorage, StorageFull } from './storage.ts'

interface Schema extends DBSchema {
  records: {
    key: [string, string]
    value: KeptRecord
    indexes: { order: [string, number] }
  }
  photos: { key: [string, string]; value: KeptPhoto; indexes: { account: string } }
  /** The last place given in the queue, and how far the device's clock is off. */
  facts: { key: 'seq' | 'clock'; value: number | OutboxClock }
}

const NAME = 'goc-outbox'
const VERSION = 1
const STORES = ['records', 'photos', 'facts'] as const

type Write = IDBPTransaction<Schema, typeof STORES, 'readwrite'>

/** The queue in the browser's own database. Rejects where there is none or nothing may be kept. */
export async function openIndexedDbStorage(name: string = NAME): Promise<OutboxStorage> {
  const db = await openDB<Schema>(name, VERSION, {
    upgrade: (made) => {
      const records = made.createObjectStore('records', { keyPath: ['accountId', 'id'] })
      records.createIndex('order', ['accountId', 'seq'])
      const photos = made.createObjectStore('photos', { keyPath: ['accountId', 'sha256'] })
      photos.createIndex('account', 'accountId')
      made.createObjectStore('facts')
    },
    // A newer version in another tab must not wait for this one.
    blocking: () => db.close(),
  })
  const writes = <T>(work: (tx: Write) => Promise<T>) => inOneTransaction(db, work)
  return {
    add: (record, photos) =>
      writes(async (tx) => {
        const records = tx.objectStore('records')
        const there = await records.get([record.accountId, record.id])
        if (there !== undefined) return there
        await keepPhotos(tx, photos)
        const facts = tx.objectStore('facts')
        const last = await facts.get('seq')
        const seq = (typeof last === 'number' ? last : 0) + 1
        await facts.put(seq, 'seq')
        const kept = { ...record, seq }
        await records.add(kept)
        return kept
      }),
    change: ({ accountId, id }, to, photos = []) =>
      writes(async (tx) => {
        const records = tx.objectStore('records')
        const record = await records.get([accountId, id])
        const changed = record === undefined ? null : to(record)
        if (changed === null) return null
        await keepPhotos(tx, photos)
        // A record that was given another id stands in the place of the one before.
        if (changed.id !== id) await records.delete([accountId, id])
        await records.put(changed)
        return changed
      }),
    find: async ({ accountId, id }) => (await db.get('records', [accountId, id])) ?? null,
    list: (accountId) => db.getAllFromIndex('records', 'order', ordersOf(accountId)),
    photo: async ({ accountId, sha256 }) => (await db.get('photos', [accountId, sha256])) ?? null,
    notePhoto: ({ accountId, sha256 }, { isBegun, isThere }) =>
      writes(async (tx) => {
        const photos = tx.objectStore('photos')
        const photo = await photos.get([accountId, sha256])
        if (photo !== undefined) await photos.put({ ...photo, isBegun, isThere })
      }),
    prune: (accountId, settledBefore) => writes((tx) => prune(tx, { accountId, settledBefore })),
    clock: async () => {
      const clock = await db.get('facts', 'clock')
      return typeof clock === 'object' ? clock : null
    },
    keepClock: (clock) =>
      writes(async (tx) => void (await tx.objectStore('facts').put(clock, 'clock'))),
    accounts: async () => [
      ...new Set((await db.getAllKeys('records')).map(([account]) => account)),
    ],
  }
}

/** All of it or nothing, and on the disk before it answers: a battery may be dead a moment later. */
async function inOneTransaction<T>(
  db: IDBPDatabase<Schema>,
  work: (tx: Write) => Promise<T>,
): Promise<T> {
  const tx = db.transaction(STORES, 'readwrite', { durability: 'strict' })
  const done = tx.done.then(
    () => null,
    (error: unknown) => ({ error }),
  )
  try {
    const made = await work(tx)
    const failed = await done
    if (failed !== null) throw failed.error
    return made
  } catch (error) {
    abort(tx)
    await done
    throw isFull(error) ? new StorageFull(error) : error
  }
}

/** One that failed has ended by itself, and says so by throwing. */
function abort(tx: Write): void {
  try {
    tx.abort()
  } catch {
    // Ended already.
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError'
}

async function keepPhotos(tx: Write, photos: readonly KeptPhoto[]): Promise<void> {
  const store = tx.objectStore('photos')
  for (const photo of photos) {
    const there = await store.getKey([photo.accountId, photo.sha256])
    if (there === undefined) await store.add(photo)
  }
}

async function prune(
  tx: Write,
  { accountId, settledBefore }: { readonly accountId: string; readonly settledBefore: number },
): Promise<void> {
  const store = tx.objectStore('records')
  const records = await store.index('order').getAll(ordersOf(accountId))
  const needed = new Set<string>()
  for (const record of records) {
    if (!isSettled(record)) for (const sha256 of record.photos) needed.add(sha256)
    if ((record.settledAt ?? settledBefore) < settledBefore)
      await store.delete([accountId, record.id])
  }
  const photos = tx.objectStore('photos')
  for (const [account, sha256] of await photos.index('account').getAllKeys(accountId)) {
    if (!needed.has(sha256)) await photos.delete([account, sha256])
  }
}

function ordersOf(accountId: string): IDBKeyRange {
  return IDBKeyRange.bound([accountId, 0], [accountId, Number.MAX_SAFE_INTEGER])
}
