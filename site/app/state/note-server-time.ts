import { clockOf } from '../outbox/clock.ts'
import type { OutboxStorage } from '../outbox/storage.ts'
import type { ServerTime } from '../outbox/transport.ts'
import type { AppState } from './app-state.ts'
import type { Store } from './store.ts'

/** Keeps how far the phone's clock is off, for records to come and for what day it is. */
export async function noteServerTime(
  storage: OutboxStorage,
  store: Store<AppState>,
  time: ServerTime,
): Promise<void> {
  const clock = clockOf(time)
  if (clock === null) return
  store.set({ clock })
  await storage.keepClock(clock).catch(() => undefined)
}
