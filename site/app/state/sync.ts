import type { App } from './app-context.ts'
import { refreshSession } from './refresh-session.ts'

const EVERY_MS = 30_000
/** Who is signed in is asked again after so long, for the kit may have changed. */
const KIT_AGE_MS = 15 * 60_000

let isRunning = false

/**
 * Sends what waits under the account whose session the browser has, be it the one that is open or not:
 * a queue goes under its own account alone. Never more than one round at a time.
 */
export async function sync(app: App, how: { readonly force: boolean }): Promise<void> {
  if (isRunning || (!how.force && !navigator.onLine)) return
  isRunning = true
  try {
    await syncOnce(app, how.force)
  } finally {
    isRunning = false
  }
}

async function syncOnce(app: App, force: boolean): Promise<void> {
  const { store, outboxOf } = app
  if (force || isStale(app)) await refreshSession(app)
  const { session } = store.get()
  if (session.kind !== 'account') return
  const outbox = outboxOf(session.accountId)
  const waits = (await outbox.list()).some(({ state }) => state === 'waiting' || state === 'mended')
  if (!waits) return
  store.set({ isSending: true })
  try {
    const outcome = await outbox.send()
    if (outcome.status === 'sign_in') store.set({ session: { kind: 'none' } })
    if (outcome.status === 'offline') store.set({ session: { kind: 'offline' } })
  } finally {
    store.set({ isSending: false })
  }
}

function isStale(app: App): boolean {
  const { session, accounts } = app.store.get()
  if (session.kind !== 'account') return true
  const account = accounts.find(({ id }) => id === session.accountId)
  return account === undefined || app.now() - account.kitAt > KIT_AGE_MS
}

/** Sends when there is a network again, when the app is looked at, and every now and then. */
export function watchNetwork(app: App): void {
  addEventListener('online', () => {
    app.store.set({ isOnline: true })
    void sync(app, { force: true })
  })
  addEventListener('offline', () => app.store.set({ isOnline: false }))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sync(app, { force: false })
  })
  setInterval(() => void sync(app, { force: false }), EVERY_MS)
}
