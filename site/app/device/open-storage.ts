import { indexedDbStorage } from '../outbox/indexed-db-storage.ts'
import { memoryStorage } from '../outbox/memory-storage.ts'
import type { OutboxStorage } from '../outbox/storage.ts'

/** Where the queue is kept: in the browser's database, or with this page alone. */
export function openStorage(keeps: boolean): OutboxStorage {
  return keeps ? indexedDbStorage() : memoryStorage()
}
