import type { OutboxClock } from '../../../worker/domain/outbox/outbox-item.ts'
import type { KeptPhoto, KeptRecord } from './record.ts'

/**
 * Where a device keeps its queue. Each call is one transaction: all of it is kept or nothing, also
 * where the device is killed in the middle or its disk is full (`StorageFull`). Photos are keyed by
 * account and hash, records by account and id.
 */
export type OutboxStorage = {
  /** Keeps a record at the end of the queue, with photos it brings along; one of that id stays as it is. */
  readonly add: (
    record: Omit<KeptRecord, 'seq'>,
    photos: readonly KeptPhoto[],
  ) => Promise<KeptRecord>
  /**
   * Changes a record as it stands at this moment; `to` gives null where there is nothing to do. Null
   * where there is no such record or nothing was done.
   */
  readonly change: (
    key: { readonly accountId: string; readonly id: string },
    to: (record: KeptRecord) => KeptRecord | null,
    photos?: readonly KeptPhoto[],
  ) => Promise<KeptRecord | null>
  readonly find: (key: {
    readonly accountId: string
    readonly id: string
  }) => Promise<KeptRecord | null>
  /** Those of an account in order, photos apart. */
  readonly list: (accountId: string) => Promise<readonly KeptRecord[]>
  readonly photo: (key: PhotoKey) => Promise<KeptPhoto | null>
  /** Notes how far a photo's sending is; nothing where it is not kept any more. */
  readonly notePhoto: (key: PhotoKey, note: Pick<KeptPhoto, 'isBegun' | 'isThere'>) => Promise<void>
  /** Drops records settled before, and photos that no unsettled record of the account needs. */
  readonly prune: (accountId: string, settledBefore: number) => Promise<void>
  readonly clock: () => Promise<OutboxClock | null>
  readonly keepClock: (clock: OutboxClock) => Promise<void>
  /** Accounts that have a queue on this device. */
  readonly accounts: () => Promise<readonly string[]>
}

export type PhotoKey = { readonly accountId: string; readonly sha256: string }

/** The device has no room left; nothing of what was to be kept is. */
export class StorageFull extends Error {
  constructor(cause?: unknown) {
    super('no room left on this device', cause === undefined ? {} : { cause })
    this.name = 'StorageFull'
  }
}

/** What `work` gives; a browser that has no more room says so as `StorageFull`. */
export async function orStorageFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isFull = error instanceof Error && error.name === 'QuotaExceededError'
    throw isFull ? new StorageFull(error) : error
  }
}
