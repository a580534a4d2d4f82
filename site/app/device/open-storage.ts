import { memoryStorage } from '../outbox/memory-storage.ts'
import type { OutboxStorage } from '../outbox/storage.ts'
import type { OutboxTransport } from '../outbox/transport.ts'

/** Where the queue is kept, and the line it goes by. */
export async function openStorage(
  _keeps: boolean,
): Promise<{ readonly storage: OutboxStorage; readonly transport: OutboxTransport }> {
  const offline = async () => ({ status: 'offline' }) as const
  return {
    storage: memoryStorage(),
    transport: { hasPhoto: offline, putPhoto: offline, send: offline },
  }
}
