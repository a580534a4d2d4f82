import { isPinOf, MAX_PIN_FAILURES, makePin } from '../device/pin.ts'
import type { App } from './app-context.ts'
import { keepUnlocked } from './unlocked.ts'

/** Right, or how many tries are left. */
export type PinOutcome = { readonly right: true } | { readonly right: false; readonly left: number }

/**
 * Opens an account by its PIN. The try is counted before it is looked at: a phone that is shut down
 * meanwhile gives no further one.
 */
export async function unlock(app: App, accountId: string, pin: string): Promise<PinOutcome> {
  const { device, store } = app
  const tried = await device.changeAccount(accountId, (account) => {
    if (account === null) throw new Error('no such account on this phone')
    const failures = account.failures + 1
    return failures > MAX_PIN_FAILURES
      ? { ...account, lockedOut: 'locked' }
      : { ...account, failures }
  })
  const isRight = tried.lockedOut === null && tried.pin !== null && (await isPinOf(pin, tried.pin))
  const isLast = tried.failures >= MAX_PIN_FAILURES
  await device.changeAccount(accountId, (account) => {
    const now = account ?? tried
    if (isRight) return { ...now, failures: 0 }
    return isLast ? { ...now, lockedOut: now.lockedOut ?? 'locked' } : now
  })
  store.set({ accounts: await device.accounts() })
  if (!isRight) return { right: false, left: Math.max(0, MAX_PIN_FAILURES - tried.failures) }
  openAccount(app, accountId)
  return { right: true }
}

/** Keeps a new PIN for an account, and opens it. */
export async function choosePin(app: App, accountId: string, pin: string): Promise<void> {
  const { device, store } = app
  const record = await makePin(pin)
  await device.changeAccount(accountId, (account) => {
    if (account === null) throw new Error('no such account on this phone')
    return { ...account, pin: record, failures: 0, lockedOut: null }
  })
  store.set({ accounts: await device.accounts() })
  openAccount(app, accountId)
}

/** Shuts what is open; what was half-written is kept already. */
export function lock(app: App): void {
  keepUnlocked(null, app.now())
  const { unlockedId, chosenId } = app.store.get()
  // Whoever locked it is most likely who opens it again.
  const chosen = { chosenId: unlockedId ?? chosenId }
  app.store.set({ ...chosen, unlockedId: null, queue: [], drafts: [], told: null })
}

function openAccount(app: App, accountId: string): void {
  keepUnlocked(accountId, app.now())
  app.store.set({ unlockedId: accountId, chosenId: accountId })
}
