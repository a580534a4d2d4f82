import type { OutboxClock } from '../../../worker/domain/outbox/outbox-item.ts'
import { isSettled, type KeptPhoto, type KeptRecord } from './record.ts'
import { type OutboxStorage, type PhotoKey, StorageFull } from './storage.ts'

/** What a device has kept, as values: what is left of it when it is killed. */
export type MemoryDisk = {
  seq: number
  clock: OutboxClock | null
  readonly records: Map<number, KeptRecord>
  readonly photos: Map<string, KeptPhoto>
}

export function emptyDisk(): MemoryDisk {
  return { seq: 0, clock: null, records: new Map(), photos: new Map() }
}

/** A queue kept in memory, for tests and for browsers that let nothing be kept. */
export function memoryStorage({
  disk = emptyDisk(),
  maxBytes = Number.POSITIVE_INFINITY,
}: {
  readonly disk?: MemoryDisk
  /** Of photos; beyond them the device is full. */
  readonly maxBytes?: number
} = {}): OutboxStorage {
  const { records, photos } = disk
  const keepPhotos = (given: readonly KeptPhoto[]): void => {
    const fresh = given.filter((photo) => !photos.has(keyOf(photo)))
    const sizes = [...photos.values(), ...fresh].map(({ bytes }) => bytes.length)
    if (sizes.reduce((sum, size) => sum + size, 0) > maxBytes) throw new StorageFull()
    for (const photo of fresh) photos.set(keyOf(photo), photo)
  }
  const listOf = (accountId: string): KeptRecord[] =>
    [...records.values()]
      .filter((record) => record.accountId === accountId)
      .sort((a, b) => a.seq - b.seq)
  const find = ({ accountId, id }: { accountId: string; id: string }): KeptRecord | null =>
    listOf(accountId).find((record) => record.id === id) ?? null
  return {
    add: async (record, given) => {
      const there = find(record)
      if (there !== null) return there
      keepPhotos(given)
      disk.seq += 1
      const kept = { ...record, seq: disk.seq }
      records.set(kept.seq, kept)
      return kept
    },
    change: async (key, to, given = []) => {
      const record = find(key)
      const changed = record === null ? null : to(record)
      if (changed === null) return null
      keepPhotos(given)
      records.set(changed.seq, changed)
      return changed
    },
    find: async (key) => find(key),
    list: async (accountId) => listOf(accountId),
    photo: async (key) => photos.get(keyOf(key)) ?? null,
    notePhoto: async (key, note) => {
      const photo = photos.get(keyOf(key))
      if (photo !== undefined) photos.set(keyOf(key), { ...photo, ...note })
    },
    prune: async (accountId, settledBefore) => {
      for (const record of listOf(accountId)) {
        if ((record.settledAt ?? settledBefore) < settledBefore) records.delete(record.seq)
      }
      const needed = new Set(
        listOf(accountId).flatMap((record) => (isSettled(record) ? [] : record.photos)),
      )
      for (const [key, photo] of photos) {
        if (photo.accountId === accountId && !needed.has(photo.sha256)) photos.delete(key)
      }
    },
    clock: async () => disk.clock,
    keepClock: async (clock) => {
      disk.clock = clock
    },
    accounts: async () => [...new Set([...records.values()].map(({ accountId }) => accountId))],
  }
}

function keyOf({ accountId, sha256 }: PhotoKey): string {
  return `${accountId}/${sha256}`
}
