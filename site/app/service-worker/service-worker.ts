import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { KEEP_SCANNER, SCANNER_CACHE } from './scanner-cache.ts'
import { TAKE_OVER } from './take-over.ts'

/** What the build keeps on the phone, and what it keeps there of whoever scans; written in by it. */
declare const PRECACHE: { url: string; revision: string | null }[]
declare const SCANNER: string[]

/*
 * Everything the app is made of is fetched before this version is installed, or none of it. Whatever
 * path of the app is opened gets the shell; what is asked of the server goes to the server.
 */
precacheAndRoute(PRECACHE, { cleanURLs: false, directoryIndex: '' })
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/app/shell.htm'), {
    allowlist: [/^\/app(?:\/|$)/],
    denylist: [/^\/app\/(?:kit|register)$/],
  }),
)

/* The scanner, named by its bytes: from the phone where it is there, else fetched once. */
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && SCANNER.includes(url.pathname),
  async ({ request }) => {
    const cache = await caches.open(SCANNER_CACHE)
    const kept = await cache.match(request.url)
    if (kept !== undefined) return kept
    const answer = await fetch(request.url)
    // A full phone scans as long as there is a network.
    if (answer.ok) await cache.put(request.url, answer.clone()).catch(() => undefined)
    return answer
  },
)

/** A phone that has the scanner gets that of the newer version with it, or stays with the older. */
addEventListener('install', (event) => {
  asExtendable(event).waitUntil(
    caches.has(SCANNER_CACHE).then((isKept) => (isKept ? keepScanner() : undefined)),
  )
})

/** What only older versions were made of goes. */
addEventListener('activate', (event) => {
  asExtendable(event).waitUntil(forgetOlder())
})

addEventListener('message', (event) => {
  // A newer version waits until the app says that nothing is half-typed.
  if (event.data === TAKE_OVER) void workerScope().skipWaiting()
  if (event.data !== KEEP_SCANNER) return
  const [port] = event.ports
  const kept = keepScanner().then(
    () => true,
    () => false,
  )
  asExtendable(event).waitUntil(kept.then((isKept) => port?.postMessage(isKept)))
})

async function keepScanner(): Promise<void> {
  const cache = await caches.open(SCANNER_CACHE)
  const there = await Promise.all(SCANNER.map((url) => cache.match(url)))
  await cache.addAll(SCANNER.filter((_, at) => there[at] === undefined))
}

async function forgetOlder(): Promise<void> {
  if (!(await caches.has(SCANNER_CACHE))) return
  const cache = await caches.open(SCANNER_CACHE)
  const old = (await cache.keys()).filter(({ url }) => !SCANNER.includes(new URL(url).pathname))
  await Promise.all(old.map((request) => cache.delete(request)))
}

/** The library of this project's types is that of pages; here runs a service worker. */
function workerScope(): { skipWaiting(): Promise<void> } {
  return globalThis as unknown as { skipWaiting(): Promise<void> }
}

function asExtendable(event: Event): { waitUntil(work: Promise<unknown>): void } {
  return event as unknown as { waitUntil(work: Promise<unknown>): void }
}
