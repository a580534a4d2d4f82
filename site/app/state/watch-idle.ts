import type { App } from './app-context.ts'
import { lock } from './unlock.ts'
import { IDLE_MS, keepUnlocked } from './unlocked.ts'

const EVERY_MS = 10_000
const NOTED_MS = 5_000

/** Locks an account that has a PIN when nobody touched the phone for some minutes. */
export function watchIdle(app: App): void {
  let touchedAt = app.now()
  let notedAt = 0
  const look = () => {
    const { accounts, unlockedId } = app.store.get()
    const open = accounts.find(({ id }) => id === unlockedId)
    if (open === undefined || open.pin === null) return
    if (app.now() - touchedAt >= IDLE_MS) lock(app)
  }
  const touched = () => {
    // Timers stand still while a phone sleeps: the touch that wakes it is no use of it.
    look()
    touchedAt = app.now()
    const { unlockedId } = app.store.get()
    if (unlockedId === null || touchedAt - notedAt < NOTED_MS) return
    notedAt = touchedAt
    keepUnlocked(unlockedId, touchedAt)
  }
  for (const name of ['pointerdown', 'keydown', 'input']) addEventListener(name, touched)
  document.addEventListener('visibilitychange', look)
  setInterval(look, EVERY_MS)
}
