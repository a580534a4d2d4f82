import { TAKE_OVER } from '../service-worker/take-over.ts'
import type { App } from './app-context.ts'

/** Looks for a newer version this often while the app stays open. */
const LOOK_MS = 60 * 60_000

/**
 * Keeps the app on the phone and looks for newer versions. A newer one is fetched whole and then waits:
 * it takes over at the home screen, when nothing is half-written, or when it is told to.
 */
export async function watchUpdates(app: Pick<App, 'store'>): Promise<void> {
  const workers = navigator.serviceWorker
  // An ordinary page, then.
  if (workers === undefined) return
  const registration = await workers
    .register('/app/sw.js', { scope: '/app/' })
    .catch(() => undefined)
  if (registration === undefined) return
  const note = () => {
    // The first one that is installed replaces nothing.
    if (registration.waiting !== null && workers.controller !== null)
      app.store.set({ hasUpdate: true })
  }
  note()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', note)
  })
  let isReloading = false
  const reload = () => {
    if (isReloading || !app.store.get().hasUpdate || isWriting(app)) return
    isReloading = true
    location.reload()
  }
  workers.addEventListener('controllerchange', reload)
  app.store.subscribe(() => {
    const { hasUpdate, queue, drafts } = app.store.get()
    const isSending = queue.some(({ state }) => state === 'sending')
    if (hasUpdate && !isSending && drafts.length === 0 && !isWriting(app)) takeOver(registration)
  })
  const look = () => void registration.update().catch(() => undefined)
  setInterval(look, LOOK_MS)
  addEventListener('online', look)
}

/** Lets the version that waits take over now; half-written entries are kept and go on in it. */
export async function updateNow(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration('/app/')
  if (registration !== undefined) takeOver(registration)
}

function takeOver(registration: ServiceWorkerRegistration): void {
  registration.waiting?.postMessage(TAKE_OVER)
}

/** A form, minutes or the scanner are open on this page. */
function isWriting(app: Pick<App, 'store'>): boolean {
  return /^\/(?:(?:new|mend|correct|inspect)\/|scan$)/.test(app.store.get().path)
}
