import { type AddOutcome, addRecord, type NewRecord } from './add-record.ts'
import { clockOf } from './clock.ts'
import type { Desk, OutboxDeps } from './desk.ts'
import { type DropOutcome, dropRecord } from './drop-record.ts'
import { exportFile } from './export-file.ts'
import { type ImportOutcome, importFile } from './import-file.ts'
import { type Mending, type MendOutcome, mendRecord } from './mend-record.ts'
import { isToSend, type KeptRecord, type Photo, type QueuedRecord } from './record.ts'
import { retryRecord } from './retry-record.ts'
import { type SendOutcome, sendPass } from './send-pass.ts'
import type { ServerTime } from './transport.ts'

/** The queue of one account on this device. */
export type Outbox = {
  readonly accountId: string
  /** Keeps a record with its photos, whole or not at all. It goes with the next `send`. */
  readonly add: (record: NewRecord) => Promise<AddOutcome>
  /** All that is kept, in order: what waits, what was refused and why, and what was settled lately. */
  readonly list: () => Promise<readonly QueuedRecord[]>
  readonly photo: (sha256: string) => Promise<Photo | null>
  /** Says a record in other words and lets it wait again in its old place. */
  readonly mend: (id: string, mending: Mending) => Promise<MendOutcome>
  /** Lets a refused record wait again as it is, after whatever refused it has changed. */
  readonly retry: (id: string) => Promise<MendOutcome>
  /** Gives a record up; it stays to be seen for two weeks. */
  readonly drop: (id: string) => Promise<DropOutcome>
  /** Sends what waits, in order, until all is done or the line breaks. One at a time over all tabs. */
  readonly send: () => Promise<SendOutcome>
  /** What is not settled as a file, for another phone: see `importFile`. */
  readonly exportFile: () => Promise<Blob>
  /** Takes in a file of this account's; what is there already stays as it is. */
  readonly importFile: (file: Blob) => Promise<ImportOutcome>
  /** What an answer said of the server's clock: those that other parts of the app got count too. */
  readonly noteServerTime: (time: ServerTime) => Promise<void>
  /** Calls back after each change made here; gives what ends that. */
  readonly subscribe: (listener: () => void) => () => void
}

/** Settled records stay this long to be seen. */
const SHOWN_MS = 14 * 24 * 3_600_000

/**
 * A queue that loses nothing: what is added is on the device before `add` answers, leaves it only when
 * the server has said that it is stored, and may be sent any number of times, for the id makes it one.
 */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { accountId, storage, now } = deps
  const listeners = new Set<() => void>()
  const desk: Desk = {
    ...deps,
    sending: new Set(),
    changed: () => {
      for (const listener of listeners) listener()
    },
  }
  return {
    accountId,
    add: (record) => addRecord(desk, record),
    list: async () => (await storage.list(accountId)).map((record) => asQueued(desk, record)),
    photo: (sha256) => storage.photo({ accountId, sha256 }),
    mend: (id, mending) => mendRecord(desk, id, mending),
    retry: (id) => retryRecord(desk, id),
    drop: (id) => dropRecord(desk, id),
    send: async () => {
      const outcome = await deps.alone(`goc outbox ${accountId}`, async () => {
        const sent = await sendPass(desk)
        await storage.prune(accountId, now() - SHOWN_MS)
        return sent
      })
      desk.changed()
      return outcome ?? { status: 'elsewhere' }
    },
    exportFile: () => exportFile(desk),
    importFile: async (file) => {
      const outcome = await importFile(desk, file)
      desk.changed()
      return outcome
    },
    noteServerTime: async (time) => {
      const clock = clockOf(time)
      if (clock !== null) await storage.keepClock(clock)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function asQueued({ sending }: Desk, record: KeptRecord): QueuedRecord {
  return sending.has(record.id) && isToSend(record) ? { ...record, state: 'sending' } : record
}
