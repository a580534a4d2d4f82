import { keepSending, type Sender } from '../outbox/keep-sending.ts'
import type { SendOutcome } from '../outbox/send-pass.ts'
import type { App } from './app-context.ts'
import { refreshSession } from './refresh-session.ts'

/** Who is signed in is asked again before sending, where it was not within so long. */
const SESSION_AGE_MS = 60_000

/** The one that sends: for the account whose session the browser has. */
let current: { readonly accountId: string; readonly sender: Sender } | null = null

/**
 * Sends what waits under the account whose session the browser has, be it the one that is open or not:
 * a queue goes under its own account alone. `force` asks the server first who is signed in.
 */
export async function sync(app: App, { force }: { readonly force: boolean }): Promise<void> {
  if (force || app.store.get().session.kind !== 'account') await refreshSession(app)
  const { session } = app.store.get()
  if (session.kind !== 'account') return
  if (current?.accountId !== session.accountId) {
    current?.sender.stop()
    current = { accountId: session.accountId, sender: senderOf(app, session.accountId) }
  }
  current.sender.wake()
}

function senderOf(app: App, accountId: string): Sender {
  return keepSending({
    outbox: { send: () => send(app, accountId) },
    onOutcome: (outcome) => note(app, outcome),
    after: (ms, work) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
    random: Math.random,
  })
}

/**
 * Nothing leaves the phone while there surely is no line: what went out unanswered may be stored, and
 * can be neither mended nor dropped until it was answered.
 */
async function send(app: App, accountId: string): Promise<SendOutcome> {
  const outbox = app.outboxOf(accountId)
  const waits = (await outbox.list()).some(({ state }) => state === 'waiting' || state === 'mended')
  if (!waits) return { status: 'sent', waiting: 0 }
  if (!navigator.onLine) return { status: 'offline' }
  if (app.now() - app.store.get().sessionAt > SESSION_AGE_MS) await refreshSession(app)
  const { session } = app.store.get()
  if (session.kind === 'offline') return { status: 'offline' }
  if (session.kind !== 'account' || session.accountId !== accountId)
    return { status: 'sign_in', problem: null }
  return outbox.send()
}

function note(app: App, outcome: SendOutcome | null): void {
  if (outcome?.status === 'sign_in') app.store.set({ session: { kind: 'none' } })
  if (outcome?.status === 'offline') app.store.set({ session: { kind: 'offline' }, sessionAt: 0 })
}

/** Sends when there is a network again, and when the app is looked at. */
export function watchNetwork(app: App): void {
  addEventListener('online', () => {
    app.store.set({ isOnline: true })
    void sync(app, { force: true })
  })
  addEventListener('offline', () => app.store.set({ isOnline: false }))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sync(app, { force: true })
  })
}
