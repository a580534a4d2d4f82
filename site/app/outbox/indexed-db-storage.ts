import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { OutboxClock } from '../../../worker/domain/outbox/outbox-item.ts'
import { isSettled, type KeptPhoto, type KeptRecord } from './record.ts'
import { type OutboxStorage, orStorageFull } from './storage.ts'

interface Schema extends DBSchema {
  records: {
    key: number
    value: KeptRecord
    indexes: { byId: [string, string]; byAccount: string }
  }
  photos: { key: [string, string]; value: KeptPhoto; indexes: { byAccount: string } }
  clock: { key: 'clock'; value: OutboxClock }
}

type Database = IDBPDatabase<Schema>

const STORES = ['records', 'photos'] as const
/** On the disk before it answers: a battery may be dead a moment later. */
const DURABLE = { durability: 'strict' } as const

/**
 * The queue in the browser's own database. It is opened when first asked for and again where it was
 * closed: by the browser, or by a newer version of the app in another tab that waits for it.
 */
export function indexedDbStorage(name = 'goc-outbox'): OutboxStorage {
  let opening: Promise<Database> | null = null
  const close = (): void => {
    void opening?.then((db) => db.close()).catch(() => undefined)
    opening = null
  }
  const open = (): Promise<Database> => {
    opening ??= openDB<Schema>(name, 1, {
      upgrade: (db) => {
        const records = db.createObjectStore('records', { keyPath: 'seq', autoIncrement: true })
        records.createIndex('byId', ['accountId', 'id'], { unique: true })
        records.createIndex('byAccount', 'accountId')
        const photos = db.createObjectStore('photos', { keyPath: ['accountId', 'sha256'] })
        photos.createIndex('byAccount', 'accountId')
        db.createObjectStore('clock')
      },
      blocking: close,
      terminated: close,
    }).catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }
  const over = <T>(work: (db: Database) => Promise<T>): Promise<T> =>
    orStorageFull(async () => work(await open()))
  return {
    add: (record, photos) => over((db) => add(db, record, photos)),
    change: (key, to, photos = []) => over((db) => change(db, { ...key, to, photos })),
    find: ({ accountId, id }) =>
      over(async (db) => (await db.getFromIndex('records', 'byId', [accountId, id])) ?? null),
    // An index gives what has one key in the order of the primary key: that of the queue.
    list: (accountId) => over((db) => db.getAllFromIndex('records', 'byAccount', accountId)),
    photo: ({ accountId, sha256 }) =>
      over(async (db) => (await db.get('photos', [accountId, sha256])) ?? null),
    notePhoto: ({ accountId, sha256 }, note) =>
      over(async (db) => {
        const { store, done } = db.transaction('photos', 'readwrite')
        const photo = await store.get([accountId, sha256])
        if (photo !== undefined) await store.put({ ...photo, ...note })
        await done
      }),
    prune: (accountId, settledBefore) => over((db) => prune(db, accountId, settledBefore)),
    clock: () => over(async (db) => (await db.get('clock', 'clock')) ?? null),
    keepClock: (clock) => over(async (db) => void (await db.put('clock', clock, 'clock'))),
    accounts: () =>
      over(async (db) => {
        const found: string[] = []
        let cursor = await db
          .transaction('records')
          .store.index('byAccount')
          .openKeyCursor(null, 'nextunique')
        for (; cursor !== null; cursor = await cursor.continue()) found.push(cursor.key)
        return found
      }),
  }
}

/** One transaction for the record and its photos: a device that is full in the middle keeps nothing of it. */
async function add(
  db: Database,
  record: Omit<KeptRecord, 'seq'>,
  photos: readonly KeptPhoto[],
): Promise<KeptRecord> {
  const transaction = db.transaction(STORES, 'readwrite', DURABLE)
  return settled(transaction, async () => {
    const records = transaction.objectStore('records')
    const there = await records.index('byId').get([record.accountId, record.id])
    if (there !== undefined) return there
    await putNew(transaction.objectStore('photos'), photos)
    // Without its key, which the database gives and writes into it.
    const seq = await records.add(record as KeptRecord)
    return { ...record, seq }
  })
}

async function change(
  db: Database,
  asked: {
    readonly accountId: string
    readonly id: string
    readonly to: (record: KeptRecord) => KeptRecord | null
    readonly photos: readonly KeptPhoto[]
  },
): Promise<KeptRecord | null> {
  const { accountId, id, to, photos } = asked
  const transaction = db.transaction(STORES, 'readwrite', DURABLE)
  return settled(transaction, async () => {
    const records = transaction.objectStore('records')
    const record = await records.index('byId').get([accountId, id])
    const changed = record === undefined ? null : to(record)
    if (changed === null) return null
    await putNew(transaction.objectStore('photos'), photos)
    await records.put(changed)
    return changed
  })
}

async function prune(db: Database, accountId: string, settledBefore: number): Promise<void> {
  const transaction = db.transaction(STORES, 'readwrite', DURABLE)
  await settled(transaction, async () => {
    const records = transaction.objectStore('records')
    const kept: KeptRecord[] = []
    for (const record of await records.index('byAccount').getAll(accountId)) {
      const isOld = record.settledAt !== null && record.settledAt < settledBefore
      if (isOld) await records.delete(record.seq)
      else kept.push(record)
    }
    const needed = new Set(kept.flatMap((record) => (isSettled(record) ? [] : record.photos)))
    const photos = transaction.objectStore('photos')
    for (const key of await photos.index('byAccount').getAllKeys(accountId)) {
      if (!needed.has(key[1])) await photos.delete(key)
    }
  })
}

type PhotoStore = {
  readonly getKey: (key: [string, string]) => Promise<[string, string] | undefined>
  readonly put: (photo: KeptPhoto) => Promise<unknown>
}

/** A photo that is here already stays as it is, with how far its sending is. */
async function putNew(store: PhotoStore, photos: readonly KeptPhoto[]): Promise<void> {
  for (const photo of photos) {
    const there = await store.getKey([photo.accountId, photo.sha256])
    if (there === undefined) await store.put(photo)
  }
}

/**
 * What `work` gives once the transaction has ended well: only then is it on the device. Whatever fails
 * takes the whole of it back, and is told by its own reason and not by that of the abort.
 */
async function settled<T>(
  transaction: { readonly done: Promise<void>; readonly abort: () => void },
  work: () => Promise<T>,
): Promise<T> {
  // Told here; nobody listens to it where the work fails first.
  transaction.done.catch(() => undefined)
  let result: T
  try {
    result = await work()
  } catch (error) {
    try {
      transaction.abort()
    } catch {
      // It has aborted by itself.
    }
    throw error
  }
  await transaction.done
  return result
}
