import { render } from 'preact'
import { openIndexedDevice } from './device/indexed-device.ts'
import { memoryDevice } from './device/memory-device.ts'
import { openStorage } from './device/open-storage.ts'
import { fetchTransport } from './outbox/fetch-transport.ts'
import { createOutbox, type Outbox } from './outbox/outbox.ts'
import { sendAlone } from './outbox/send-alone.ts'
import { Failure } from './screens/failure.tsx'
import { Root } from './screens/root.tsx'
import { type App, AppProvider } from './state/app-context.ts'
import { initialState } from './state/app-state.ts'
import { watchUpdates } from './state/app-update.ts'
import { readLanguage } from './state/language.ts'
import { screenPath, watchAddress } from './state/navigate.ts'
import { noteServerTime } from './state/note-server-time.ts'
import { createStore } from './state/store.ts'
import { sync, watchNetwork } from './state/sync.ts'
import { readUnlocked } from './state/unlocked.ts'
import { watchIdle } from './state/watch-idle.ts'
import { watchQueue } from './state/watch-queue.ts'
import { APP_VERSION } from './version.ts'

/** What this page starts with: what the phone kept, then what the server says. */
async function start(): Promise<void> {
  const now = Date.now
  const device = await openIndexedDevice().catch(memoryDevice)
  const storage = openStorage(device.keeps)
  const store = createStore(
    initialState({
      lang: readLanguage(),
      path: screenPath(location.pathname),
      isOnline: navigator.onLine,
    }),
  )
  const transport = fetchTransport({
    ...{ fetch: (...asked: Parameters<typeof fetch>) => fetch(...asked), now },
    language: () => store.get().lang,
    onServerTime: (time) => void noteServerTime(storage, store, time),
  })
  const outboxes = new Map<string, Outbox>()
  const outboxOf = (accountId: string): Outbox => {
    const known = outboxes.get(accountId)
    if (known !== undefined) return known
    const made = createOutbox({
      ...{ accountId, storage, transport, now, alone: sendAlone, version: APP_VERSION },
      randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    })
    outboxes.set(accountId, made)
    return made
  }
  const app: App = {
    ...{ store, device, outboxOf, now },
    noteServerTime: (time) => noteServerTime(storage, store, time),
  }
  const [accounts, clock] = [await device.accounts(), await storage.clock()]
  store.set({ accounts, clock, unlockedId: readUnlocked(now()), isLoaded: true })
  const root = document.getElementById('app')
  if (root === null) throw new Error('the shell has no place for the app')
  render(
    <AppProvider value={app}>
      <Root />
    </AppProvider>,
    root,
  )
  // Measured: from here on the screen answers.
  performance.mark('usable')
  watchAddress(app)
  watchQueue(app)
  watchIdle(app)
  watchNetwork(app)
  // A phone that runs full would otherwise clear away what waits here first.
  if (accounts.length > 0) void navigator.storage?.persist?.().catch(() => false)
  void sync(app, { force: true })
  // Fetching all of it must not hold up the first screen.
  void watchUpdates(app)
}

start().catch((error: unknown) => {
  const root = document.getElementById('app')
  if (root !== null) render(<Failure lang={readLanguage()} />, root)
  throw error
})
