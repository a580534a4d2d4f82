import { KEEP_SCANNER } from '../../service-worker/scanner-cache.ts'

const PATIENCE_MS = 60_000

/** Has the service worker keep all that the scanner is made of; false where it could not, or there is none. */
export async function keepScannerFiles(): Promise<boolean> {
  const registration = await navigator.serviceWorker
    ?.getRegistration('/app/')
    .catch(() => undefined)
  const worker = registration?.active
  if (worker == null) return false
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE_MS)
    port1.addEventListener('message', ({ data }) => {
      clearTimeout(timer)
      resolve(data === true)
    })
    port1.start()
    worker.postMessage(KEEP_SCANNER, [port2])
  })
}
